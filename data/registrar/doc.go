// Package registrar is the door of the house: whoever shows or asks something, the window
// or the command line, comes in here. [Open], [Create], [Restore] and [Recover] give a
// [Registrar]: one open registry with a desk for every kind of question.
//
//	r.Table     who is there, what is missing, adding, changing, removing, pasting, collecting
//	r.Form      one graduate's registration: its steps, photos and scans, earlier states
//	r.Roster    class lists: looking at one, judging its rows, taking them in
//	r.Access    the graduates' accesses, their slips, handing over, the form taken home
//	r.Payment   receipts: adding, comparing, taking back, what the centre says of them
//	r.Printing  every document: a preview, a file, the originals, the paper key
//	r.Season    the school, the campaign's days, the end of the work, erasing
//
// What belongs to no desk the registry itself answers ([registry.Registry]): who signed in
// and what may be done, the accounts, the history, backups, the doctor.
//
// The graduates that are handed out are shared and must not be altered: change them at a
// desk. All methods may be called from many goroutines. Errors that a person will read
// carry a code ([Error]); data/text phrases it. [Demo] does the whole main job for an
// invented school.
//
// The door is thin: a rule stands at its desk, or below it in the registry, never here.
package registrar
