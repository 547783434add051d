package frame

import "graduand/data"

// cardPaper is the code of the document of cards.
const cardPaper = "card"

// nextPlaces are where each step is done; for what is not here it is the form.
var nextPlaces = map[data.Next]Route{
	data.NextHandAccess: {Screen: Access},
	data.NextImages:     {Screen: Photo},
	data.NextNumber:     {Screen: Form, Field: data.FieldCardNumber},
	data.NextPrintCard:  {Screen: Printing, Paper: cardPaper},
	data.NextCheckCard:  {Screen: Printing, Paper: cardPaper},
	data.NextSignCard:   {Screen: Printing, Paper: cardPaper},
	data.NextKit:        {Screen: Intake},
	data.NextCheckKit:   {Screen: Intake},
	data.NextVisit:      {Screen: Intake},
	data.NextList:       {Screen: Post},
	data.NextFinalList:  {Screen: Post},
	data.NextPack:       {Screen: Post},
	data.NextClose:      {Screen: Post},
	data.NextPost:       {Screen: Post},
	data.NextSend:       {Screen: Post},
	data.NextAwaitIn:    {Screen: Post},
	data.NextAwait:      {Screen: Answer},
	data.NextAsk:        {Screen: Answer},
	data.NextRetry:      {Screen: Answer},
	data.NextAnswer:     {Screen: Answer},
	data.NextWithdraw:   {Screen: Answer},
	data.NextAwaitPost:  {Screen: Answer},
	data.NextHandOver:   {Screen: Answer},
	data.NextCollect:    {Screen: Answer},
	data.NextPay:        {Screen: Receipts},
	data.NextAwaitPay:   {Screen: Receipts},
	data.NextExport:     {Screen: Exchange},
	data.NextResend:     {Screen: Form},
}

// NextRoute leads to where it is done what is next for somebody; where the window has no such page it
// is the form.
func (w *Window) NextRoute(next data.Next, id string) Route {
	r := nextPlaces[next]
	if w.place(r.Screen) == nil || !w.MayBeAt(r.Screen) {
		r = Route{Screen: Form}
	}
	if r.Graduate = id; r.Screen == Printing {
		r.Only = []string{id}
	}
	return r
}

// NextPeople leads to all with whom the same is to be done next: where it is done, with the step
// chosen there, else to their list.
func (w *Window) NextPeople(next data.Next) Route {
	r := nextPlaces[next]
	if r.Screen != Intake && r.Screen != Post && r.Screen != Answer || w.place(r.Screen) == nil || !w.MayBeAt(r.Screen) {
		r = Route{Screen: Graduates}
	}
	r.State, r.Chooses = NextStep+string(next), true
	return r
}

// NextWords says what is to be done next, "" for nothing.
func (w *Window) NextWords(next data.Next) string {
	if next == "" {
		return ""
	}
	return w.Say("next."+string(next), nil)
}
