package data

import "slices"

// Next is the one thing that is to be done next about a registration, as the id next.CODE of
// data/text; "" where there is nothing to do.
type Next string

// What there can be to do, in the order of the road.
const (
	NextFill       Next = "fill_form"     // nothing of the form is filled in yet
	NextMend       Next = "mend_form"     // something in it must be mended
	NextFinish     Next = "finish_form"   // it is complete, and nobody has finished it
	NextCall       Next = "call_centre"   // the centre is to be called first (UA-142)
	NextHandAccess Next = "hand_access"   // the graduate waits for an access
	NextImages     Next = "images"        // photos and scans are missing or ask something
	NextNumber     Next = "get_number"    // the centre's card number is missing
	NextPrintCard  Next = "print_card"    // the card is to be printed, or printed again
	NextCheckCard  Next = "check_card"    // the printed card is to be held against the papers
	NextSignCard   Next = "sign_card"     // it is to be signed
	NextKit        Next = "receive_kit"   // the kit is to be handed in
	NextCheckKit   Next = "check_kit"     // something in the kit is missing or not looked at
	NextList       Next = "put_in_list"   // the kit is on no list
	NextFinalList  Next = "finish_list"   // the list is not printed and signed yet
	NextPack       Next = "pack"          // the list is in no package
	NextClose      Next = "close_package" // the package is not closed
	NextPost       Next = "post_package"  // it is not posted, or nobody has noted the stamp
	NextSend       Next = "send_own"      // goes an own way, and is not sent yet (UA-054, UA-064)
	NextVisit      Next = "visit_centre"  // must go to the centre in person (UA-067)
	NextAwaitIn    Next = "await_receipt" // the centre has not said that it came
	NextAwait      Next = "await_answer"  // the centre works on it
	NextAsk        Next = "ask_centre"    // its working days are over (UA-153)
	NextAwaitPost  Next = "await_envelope"
	NextRetry      Next = "try_again"    // refused: a new attempt (UA-102)
	NextAnswer     Next = "enter_answer" // seen on the site only: number or reasons are not entered
	NextHandOver   Next = "hand_envelope"
	NextCollect    Next = "collect_at_centre"
	NextWithdraw   Next = "send_withdrawal"
	NextOnSite     Next = "enter_on_site"
	NextSiteAnew   Next = "update_on_site"
	NextPay        Next = "pay"
	NextAwaitPay   Next = "await_payment"
	NextExport     Next = "export"        // is to go to the centre in a message
	NextResend     Next = "mend_and_send" // the centre has rejected the record
)

// NextActions are all of them in their order.
func NextActions() []Next {
	return []Next{NextFill, NextMend, NextFinish, NextCall, NextHandAccess, NextImages, NextNumber, NextPrintCard, NextCheckCard, NextSignCard, NextKit,
		NextCheckKit, NextList, NextFinalList, NextPack, NextClose, NextPost, NextSend, NextVisit, NextAwaitIn, NextAwait, NextAsk, NextAwaitPost, NextRetry,
		NextAnswer, NextHandOver, NextCollect, NextWithdraw, NextOnSite, NextSiteAnew, NextPay, NextAwaitPay,
		NextExport, NextResend}
}

// Is says that a row is to be chosen by what is to be done next; "" chooses all.
func (n Next) Is(wanted Next) bool { return wanted == "" || n == wanted }

// KnownNext says that a code is one of [NextActions].
func KnownNext(code string) bool { return slices.Contains(NextActions(), Next(code)) }
