package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/season"
)

type doCommand struct {
	File   string   `arg:"" help:"The registry."`
	Action string   `arg:"" type:"action" enum:"${actions}" help:"${actions_help}"`
	Words  []string `arg:"" optional:"" help:"What the action needs."`
	Reason string   `help:"Why, for remove, erase, photo-override and kit-back."`
	Angle  float64  `help:"photo-crop: by how many degrees the rectangle is turned clockwise."`
	// Propose asks the program where it would crop.
	Propose bool `help:"photo-crop: take the crop that the program proposes, and say where it lies; with --dry-run only say."`
	No      bool `help:"photo-confirm: the answer is no; mend: it is not removed after all."`
	Anyway  bool `help:"Add though there is a person of this name and birth date; take in what the school has written otherwise; erase who stands on a signed list."`
	All     bool `help:"Erase the whole campaign, with its automatic backups."`
	Images  bool `help:"Erase photos and scans only."`
	// Campaign is the one of the next year.
	Campaign string   `help:"Next-year: id of a built-in campaign, or a campaign file (.toml); default: the newest of the same exam."`
	DryRun   bool     `help:"Say what would happen, write nothing."`
	Kind     string   `help:"History: only events of this kind, such as document.printed."`
	By       string   `help:"History: only what this person did."`
	Since    string   `help:"History: from this day." placeholder:"DATE"`
	Until    string   `help:"History: to this day." placeholder:"DATE"`
	Class    string   `help:"Collect, paste, answers: only this class; centre-list: the class of people who are added."`
	Fields   []string `help:"Collect: ask for these fields; paste: what the columns of a block without a header fill." placeholder:"FIELD,…"`
	// TakeConflicts overwrites what the school has changed since.
	TakeConflicts bool     `help:"Collected: take what the file says also where the registry has changed since."`
	Take          []string `help:"Collected, paste: rows in doubt to take as they were read, or all. Centre-list: numbers, which is so without it, all, none, or rows of which all is taken." placeholder:"ROW,…"`
	Leave         []string `help:"Centre-list: rows of which nothing is taken." placeholder:"ROW,…"`
	// Is and Add are of centre-list alone.
	Is   map[string]string `help:"Centre-list: whom a row in doubt is about." mapsep:"," placeholder:"ROW=ID,…"`
	Add  bool              `help:"Centre-list: add those who are not in the registry."`
	Map  map[string]string `help:"Centre-list: where fields or subjects stand: a letter, a number, or the header." mapsep:"," placeholder:"FIELD=COLUMN,…"`
	Out  string            `short:"o" help:"The file to write." placeholder:"OUT"`
	JSON bool              `help:"History, messages, answers, collected, paste, centre-list, kit: one JSON object a line."`

	intakeFlags
}

func (c *doCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	s.writes(c.Out)
	at := slices.IndexFunc(actions, func(a action) bool { return a.name == c.Action })
	if at < 0 {
		return &registrar.Error{Code: "cli.surplus", Args: map[string]any{"value": c.Action}}
	}
	if most := actions[at].most; most != anyWords {
		if err := surplus(c.Words, most); err != nil {
			return err
		}
	}
	return actions[at].run(c, s)
}

// action is something that is done to a registry: its name, how many words it takes at most, how it is
// called with what, and what does it.
type action struct {
	name string
	most int
	help string
	run  func(*doCommand, *session) error
}

// anyWords is the most words of an action that counts them by itself.
const anyWords = -1

// actions are all of them, a line each.
var actions = []action{
	{"add", anyWords, "add FIELD=VALUE…", (*doCommand).add},
	{"remove", anyWords, "remove ID…", (*doCommand).removeOrRestore},
	{"restore", anyWords, "restore ID…", (*doCommand).removeOrRestore},
	{"bring-back", 2, "bring-back ID SEQ, the state before this entry", (*doCommand).bringBack},
	{"undo", anyWords, "undo ID SEQ [FIELD…], this entry alone", (*doCommand).undo},
	{"undo-all", 1, "undo-all SEQ, all that was changed with this entry", (*doCommand).undoAll},
	{"history", 1, "history [ID]", (*doCommand).history},
	{"messages", 1, "messages [ID], all to and from the centre, or what exactly was sent of somebody", (*doCommand).messages},
	{"school", 1, "school [SCHOOL.toml]", (*doCommand).school},
	{"letterhead", 1, "letterhead [IMAGE|LINES.txt|none], the head of lists, letters and certificates", (*doCommand).letterhead},
	{"campaign-file", 1, "campaign-file CAMPAIGN.toml, a newer edition of the rules from the centre [--dry-run]", (*doCommand).campaignFile},
	{"message-keys", 0, "message-keys, new keys for the messages to the centre, when somebody may have the old ones", func(_ *doCommand, s *session) error { return s.messageKeys() }},
	{"fields", 0, "fields", (*doCommand).fields},
	{"take-home", anyWords, "take-home ID -o FILE", (*doCommand).takeHome},
	{"take-in", anyWords, "take-in FILE", (*doCommand).takeIn},
	{"attach", anyWords, "attach ID FIELD=PICTURE or FIELD:PRIVILEGE=PICTURE", (*doCommand).attach},
	{"save-file", anyWords, "save-file ID FIELD -o OUT", (*doCommand).saveFile},
	{"photo-confirm", anyWords, "photo-confirm ID FIELD CODE [--no], an answer to what form show asks about a picture, or to a rule that warns", (*doCommand).photoConfirm},
	{"photo-override", anyWords, "photo-override ID FIELD RULE --reason WHY, let pass what is blocked", (*doCommand).photoOverride},
	{"photo-turn", anyWords, "photo-turn ID FIELD [90|180|270], to the right, over, to the left", (*doCommand).photoTurn},
	{"photo-crop", anyWords, "photo-crop ID FIELD [LEFT TOP RIGHT BOTTOM] [--angle], shares from 0 to 1, or --propose, where the program would crop the face", (*doCommand).photoCrop},
	{"photo-judge", anyWords, "photo-judge [ID…], what was not judged yet", (*doCommand).photoJudge},
	{"collect", 0, "collect -o OUT.xlsx", (*doCommand).collect},
	{"collected", anyWords, "collected IN.xlsx", (*doCommand).collected},
	{"paste", anyWords, "paste BLOCK.tsv", (*doCommand).paste},
	{"centre-list", 1, "centre-list LIST.xlsx, compare the list of cards of the centre's service with the registry and take its numbers over", (*doCommand).centreList},
	{"drop-unread", anyWords, "drop-unread [ID…], what of graduates or of nobody could not be read", (*doCommand).dropUnread},
	{"kit", 1, "kit ID, the papers of the kit with what is looked at on each", (*doCommand).kit},
	{"kit-receive", anyWords, "kit-receive ID… [--day] [--papers] [--everything]", (*doCommand).kitReceive},
	{"kit-mark", 3, "kit-mark ID PAPER made,certified,in_kit,returned or none, or kit-mark ID all, what is there and in order", (*doCommand).kitMark},
	{"kit-ask", 3, "kit-ask ID QUESTION yes or no [--note]", (*doCommand).kitAsk},
	{"kit-back", anyWords, "kit-back ID…, given back to the graduate", (*doCommand).kitBack},
	{"answers", 1, "answers [STAGE] [--class] [--json], what is awaited of the centre and what has come", (*doCommand).answers},
	{"registered", anyWords, "registered ID certificate=NUMBER [day=], never the PIN", (*doCommand).registered},
	{"refused", anyWords, "refused ID minutes=NUMBER reasons=1,5 [day= returned=CODES kept=CODES tracking= came=]", (*doCommand).refused},
	{"refusal-papers", anyWords, "refusal-papers ID reasons=…, what comes back and what stays", (*doCommand).refusalPapers},
	{"answer-back", 1, "answer-back ID, an answer entered by mistake", (*doCommand).follow},
	{"plan", 1, "plan ID, the way to the next attempt", (*doCommand).plan},
	{"retry", 1, "retry ID, a new attempt after a refusal", (*doCommand).follow},
	{"re-register", 1, "re-register ID, a new attempt of who is registered", (*doCommand).follow},
	{"mend", anyWords, "mend ID REASON… [--no], reasons of the refusal that are removed", (*doCommand).mend},
	{"withdraw", 1, "withdraw ID", (*doCommand).follow},
	{"withdrawal-sent", anyWords, "withdrawal-sent ID [operator= tracking= postmark=]", (*doCommand).withdrawalSent},
	{"withdrawal-confirmed", anyWords, "withdrawal-confirmed ID [day=]", (*doCommand).happened},
	{"withdrawal-back", 1, "withdrawal-back ID", (*doCommand).follow},
	{"appeal", anyWords, "appeal ID [day= note=]", (*doCommand).happened},
	{"appeal-decided", anyWords, "appeal-decided ID outcome=granted|dismissed [day= note=]", (*doCommand).happened},
	{"seen", anyWords, "seen ID… state=CODE [day=], on the centre's site", (*doCommand).seen},
	{"seen-all", anyWords, "seen-all BLOCK.tsv [day=], lines of card number and state", (*doCommand).seenAll},
	{"looked", anyWords, "looked ID… [day=], at the centre's site", (*doCommand).seen},
	{"verdicts", anyWords, "verdicts BLOCK.tsv [day=], lines of receipt number and state", (*doCommand).verdicts},
	{"envelope", 1, "envelope ID, what has to be in it", (*doCommand).envelopeContents},
	{"envelope-arrived", anyWords, "envelope-arrived ID… [operator= tracking= day=]", (*doCommand).envelopeArrived},
	{"envelope-hand", anyWords, "envelope-hand ID [contents=CODES to= day= lacking=WHY]", (*doCommand).envelopeHand},
	{"envelope-kept", anyWords, "envelope-kept ID… [day=], at the centre", (*doCommand).envelopeElsewhere},
	{"envelope-returned", anyWords, "envelope-returned ID… [day=], by the post to the centre", (*doCommand).envelopeElsewhere},
	{"result-emailed", anyWords, "result-emailed ID… [day=]", (*doCommand).envelopeElsewhere},
	{"envelope-back", anyWords, "envelope-back ID…, the last note about it", (*doCommand).envelopeBack},
	{"close", 0, "close", (*doCommand).closeCampaign},
	{"reopen", 0, "reopen", (*doCommand).reopen},
	{"move", 0, "move -o BACKUP", (*doCommand).move},
	{"work-copy", 1, "work-copy OUT, a registry to work in of one that cannot be written", (*doCommand).workCopy},
	{"next-year", 1, "next-year OUT [--campaign ID|FILE.toml], a registry of the next campaign with the school and its accounts and nobody's data", (*doCommand).nextYear},
	{"forget-last-year", 0, "forget-last-year, how the portraits of the year before looked", (*doCommand).forgetLastYear},
	{"erase", anyWords, "erase ID… or --all, -o CERTIFICATE.pdf, --anyway who stands on a signed list", (*doCommand).erase},
}

// actionNames and actionHelp are what the command line shows of them.
func actionNames() string { return each(func(a action) string { return a.name }, ",") }
func actionHelp() string  { return each(func(a action) string { return a.help }, " | ") }

func each(of func(action) string, between string) string {
	words := make([]string, len(actions))
	for i, a := range actions {
		words[i] = of(a)
	}
	return strings.Join(words, between)
}

func (c *doCommand) fields(s *session) error {
	for _, field := range s.registrar.Campaign().FieldCodes() {
		fmt.Fprintf(s.stdout, "%s\t%v\n", field, s.text().Word(s.registrar.Campaign().FieldTitle(field)))
	}
	return nil
}

func (c *doCommand) add(s *session) error {
	values, err := assignments(c.Words)
	if err != nil {
		return err
	}
	id, err := s.registrar.Table.Add(s.ctx, values, c.Anyway)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.stdout, id)
	return err
}

func (c *doCommand) removeOrRestore(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_id"}
	}
	if c.Action == "remove" {
		return s.registrar.Table.Remove(s.ctx, c.Words, c.Reason)
	}
	return s.registrar.Table.Restore(s.ctx, c.Words)
}

// school shows the school as JSON, or stores the one of a file.
func (c *doCommand) school(s *session) error {
	if len(c.Words) == 0 {
		encoder := json.NewEncoder(s.stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(s.registrar.School())
	}
	source, err := registrar.ReadFile(c.Words[0], maximumTOML)
	if err != nil {
		return err
	}
	school, err := season.ReadSchool(source)
	if err != nil {
		return err
	}
	if err := s.registrar.Season.ChangeSchool(s.ctx, school); err != nil {
		return err
	}
	s.noteCentre()
	return nil
}

// messages are all that have passed, or what exactly was sent of somebody.
func (c *doCommand) messages(s *session) error {
	if len(c.Words) > 0 {
		return s.sentOf(c.Words[0], c.JSON)
	}
	return s.passed(c.JSON)
}
