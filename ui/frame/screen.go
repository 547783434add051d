package frame

import (
	"fyne.io/fyne/v2"

	"graduand/data/registrar"
)

// Screen is one page of the window.
type Screen interface {
	// Build assembles the widgets once.
	Build() fyne.CanvasObject
	// Shown is called whenever the screen comes to the front.
	Shown()
	// Changed is called when something under the screen has changed.
	Changed(registrar.Signal)
}

// What a screen may be besides.
type (
	// Keeper has more than the registry knows: when the window is built anew, in another
	// language or for the same person after a lock, nothing that was typed or chosen is lost.
	Keeper interface {
		Keep() any
		GiveBack(any)
	}
	// Holder may hold something that was typed and is in no registry.
	Holder interface{ Unsaved() bool }
	// Explainer says what of that is not saved, where the name of the page would say too much.
	Explainer interface{ UnsavedWords() string }
	// Dropper takes files of one kind dropped on the window; false says that it does not want them.
	Dropper interface {
		Dropped(kind DropKind, paths []string) bool
	}
	// MainActor has one thing that it is there for; Ctrl+S does it.
	MainActor interface{ MainAction() }
	// Ticker lists people, some of whom may be ticked.
	Ticker interface{ Ticked() []string }
	// Personal is about one graduate, "" for nobody: no value of another may stand in its
	// parts at any moment.
	Personal interface {
		Whose() (graduate string, parts []fyne.CanvasObject)
	}
	// Printer prints those whom it is about; Ctrl+P does it. Elsewhere the list prints.
	Printer interface{ OnPrint() }
	// Former opens the form of the one whom the keyboard is at; Ctrl+B does it. Elsewhere it is
	// that of the current one of the list.
	Former interface{ OnForm() }
	// Pictured shows a photo or scan large: what the menu does with it.
	Pictured interface {
		// OnGuides takes the lines off the picture, or puts them back.
		OnGuides()
		// OnCrop puts the frame of the print over it.
		OnCrop()
		// OnPage turns the pages of a scan by so many, and reports whether it has any to turn.
		OnPage(by int) bool
	}
	// Searcher has a search of its own; Ctrl+F goes there. Elsewhere the list is searched.
	Searcher interface{ OnSearch() }
	// ScanTaker takes the number that a barcode scanner has read while it is in front, whatever code it
	// was of; false leaves it: then who has a card of that number is looked for.
	ScanTaker interface{ Scanned(number string) bool }
	// FieldTeller tells the code of the field of a form that has the keyboard, "" for none: the help
	// begins with its rule.
	FieldTeller interface{ FieldAt() string }
	// Topical stands alone in the window and says about what the help of it begins.
	Topical interface{ HelpTopic() string }
	// Seeker shows what is looked for where it stands next, or before; F3 does it.
	Seeker interface{ OnSeek(back bool) }
)
