package cmd

import (
	"go/ast"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// argued are methods of the registrar that one face does without, and why.
var argued = map[string]string{
	"Roster.Read":             "the command line reads a roster by options; the window by ReadChosen, with cells that were mended",
	"Roster.ReadChosen":       "see ReadRoster",
	"Roster.Preview":          "a preview is for eyes; the command line has --dry-run",
	"Roster.Fields":           "the choices above the preview's columns; the command line has --map and do fields",
	"CentreList.Recognises":   "of a table dropped on the window; the command line is told which it is",
	"CentreList.Look":         "for eyes, where no header was recognised; the command line has --map",
	"CentreList.Fields":       "the choices for a column; the command line has --map",
	"Table.CollectFields":     "the ticks of the window; the command line has --fields and do fields",
	"Table.Weigh":             "takes a complaint away while its text is typed; nobody types into a command that has begun",
	"Payment.Compare":         "the window asks before it adds a number that is there; the command line says what AddPayment warns of",
	"Table.Check":             "the window shows what the check finds beside each graduate and in the form",
	"Access.List":             "the window has the accesses with their graduates",
	"Listen":                  "a command ends before anything can change under it",
	"Printing.Draw":           "the preview of the window; the command line writes files by PrintFile",
	"Path":                    "the command line was given the path",
	"Today":                   "an aid of both, no action",
	"Season.PutLetterhead":    "the window takes back what it has just stored; the command line stores the file before it again",
	"Season.Deadline":         "the reminder in the status line; the command line has no standing face",
	"Table.Count":             "the command line counts the lines of list",
	"Printing.Document":       "an aid of both, no action",
	"Printing.Documents":      "the command line says the known documents when another is asked for",
	"Close":                   "both close what they opened",
	"NoteShown":               "what a command shows can be kept; the window shows a person what is on the screen",
	"Season.Contacts":         "whom to ask is shown beside the form; graduandctl do school shows the same",
	"MayFill":                 "the window shows what may not be filled in as closed; the command line says it when it is tried",
	"May":                     "see MayFill",
	"Closed":                  "see MayFill",
	"AtHome":                  "words for the pupil's form in the window; the command line was given the file",
	"ParseDay":                "the window has a field for days",
	"ConfirmPassword":         "the window says at once what is wrong with all three passwords; the command line asks one after the other",
	"NewPaperCode":            "the window shows the code before its sheet is saved; the command line makes both by SavePaperKey",
	"Printing.SavePaperKey":   "see NewPaperCode",
	"Form.SaveAttachment":     "originals are saved by the window when the form shows them",
	"Form.Attachment":         "see SaveAttachment",
	"Season.Erase":            "both erase with a certificate",
	"Season.EraseImages":      "both erase with a certificate",
	"Photo.Look":              "the window judges a picture when it is shown; the command line has photo-judge",
	"Photo.LookAll":           "see Photo.Look; to finish a form judges its pictures, in both",
	"Photo.Of":                "form show tells it; the window's screen of photos shows it",
	"Photo.Crop":              "the window's crop is being built",
	"Photo.Settle":            "the command line says with Photo.Match whose a file is",
	"Photo.List":              "check and form show tell how the images stand; the window lists them on its screen of photos",
	"Season.LastYear":         "the window offers to forget where there is something; the command line says it when it is tried",
	"Season.WriteCertificate": "the window writes it again when its place has gone",
	"Write":                   "what desks are made of, no action by itself",
	"Deliver":                 "see Write",
	"Send":                    "see Write",
	"HandOut":                 "see Write",
	"SavePaper":               "see Write",
	"TryPlace":                "see Write",
	"Tell":                    "see Write",
	"Calendar":                "see Write: Season.Calendar is asked",
	"ID":                      "see Write",
	"Now":                     "see Write",
	"Spoken":                  "both ask Campaign, which gives it",
	"KeepDaily":               "made by itself where a person sits; the command line has backup",
	"Season.KeepDaily":        "see KeepDaily",
	"Post.Finish":             "the window prints and freezes in one act by FinishList; the command line can freeze what a printer has printed",
	"Post.Finishable":         "what FinishList asks before it prints",
	"Post.ReadTracking":       "the number is checked as it is typed; the command line says it when it is posted",
	"StepIn":                  "the demonstration alone has it",
}

// fields are those of the door by which the actions of each room are reached.
var fields = map[string]string{
	"registrar": "", "registry": "", "table": "Table.", "form": "Form.", "roster": "Roster.", "centrelist": "CentreList.", "access": "Access.",
	"intake": "Intake.", "payment": "Payment.", "photo": "Photo.", "post": "Post.", "printing": "Printing.", "season": "Season.",
	"answer": "Answer.", "envelope": "Envelope.", "exchange": "Exchange.",
}

// actions are the exported methods of the door, of the registry and of every desk, as they
// are called at the door.
func actions(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, folder := range []string{"data/registrar", "data/registry"} {
		_, files := parsed(t, folder)
		for _, file := range files {
			for _, d := range file.Decls {
				f, is := d.(*ast.FuncDecl)
				if is && f.Recv != nil && f.Name.IsExported() && slices.Contains([]string{"Registrar", "Registry", "Desk"}, receiver(f)) {
					names = append(names, fields[file.Name.Name]+f.Name.Name)
				}
			}
		}
	}
	return names
}

// Everything that a person can do by one face he can do by the other.
func TestParityOfWindowAndCommandLine(t *testing.T) {
	window, control := source(t, "ui"), source(t, "cmd/graduandctl")
	found := actions(t)
	for _, name := range found {
		called := regexp.MustCompile(`\.` + regexp.QuoteMeta(name) + `\b`)
		inWindow, inControl := called.MatchString(window), called.MatchString(control)
		if _, isArgued := argued[name]; !isArgued && !(inWindow && inControl) {
			t.Errorf("%s: in the window %v, in graduandctl %v", name, inWindow, inControl)
		}
	}
	if len(found) < 60 {
		t.Errorf("only %d methods were found", len(found))
	}
}

func receiver(f *ast.FuncDecl) string {
	star, is := f.Recv.List[0].Type.(*ast.StarExpr)
	if !is {
		return ""
	}
	name, is := star.X.(*ast.Ident)
	if !is {
		return ""
	}
	return name.Name
}

// source is all the code of a folder and of everything below it, tests left out.
func source(t *testing.T, folder string) string {
	t.Helper()
	var all strings.Builder
	for _, path := range sources(t, folder) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(content)
	}
	return all.String()
}
