// Package ui puts the window together: which rooms there are, and the menu. It reaches the
// registry through data/registrar only, says every sentence through data/text, and builds
// and tests without cgo: only cmd/graduand imports Fyne's app.
//
// # The rooms
//
//   - ui/frame is the window itself and knows no screen; its comment is the manner of a
//     screen. ui/widgets are our own widgets, layouts and labels.
//   - ui/door is what is seen before anybody is in: the ways to a registry, a new school,
//     the sign-in, the paper key, a registry out of a backup.
//   - ui/graduates is the list, with ui/table for what is done to many at once;
//     ui/form is the form of one of them, ui/field its inputs.
//   - ui/roster takes class lists in; ui/access, ui/payment and ui/printing are the work
//     that each of them names.
//   - ui/history tells who changed what; ui/account is who may sign in, ui/season the
//     copies and the end of the work, ui/settings and ui/help the rest.
//
// A room knows the frame and no other room: a [frame.Route] leads from one to the next.
// A new screen is a package with New, a name in the frame's table of pages, and a line in
// the places of this package.
package ui
