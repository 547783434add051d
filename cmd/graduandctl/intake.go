package main

import (
	"fmt"
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/intake"
)

// intakeFlags are the options of the actions about kits.
type intakeFlags struct {
	Day        string   `help:"kit-receive: the day on which the papers came (default: today)." placeholder:"DATE"`
	Papers     []string `help:"kit-receive: the papers that lie in the kit, by their codes as kit shows them, or all." placeholder:"PAPER,…"`
	Everything bool     `help:"kit-receive: all papers are there and in order; what a person judges for each alone stays open."`
	Note       string   `help:"kit-ask: what is wrong."`
}

// kitLine is the contract of «do FILE kit ID --json».
type kitLine struct {
	Graduate   string `json:"graduate"`
	CardNumber string `json:"card_number"`
	Route      string `json:"route"`
	// OwnWay says that it goes without the school, InPerson that the person goes to the centre, until
	// the day of Until where that is known.
	OwnWay   bool   `json:"own_way"`
	InPerson bool   `json:"in_person"`
	Until    string `json:"until"`
	Centre   string `json:"centre"`
	Phone    string `json:"phone"`
	// CallFirst says that the centre is to be called before the kit is received.
	CallFirst  bool          `json:"call_first"`
	ReceivedOn string        `json:"received_on"`
	ReceivedBy string        `json:"received_by"`
	Done       bool          `json:"done"`
	Papers     []paperLine   `json:"papers"`
	Warnings   []warningLine `json:"warnings"`
}

type paperLine struct {
	Code      string      `json:"code"`
	Title     string      `json:"title"`
	Form      string      `json:"form"`
	HandedIn  bool        `json:"handed_in"`
	States    []string    `json:"states"`
	Questions []askedLine `json:"questions"`
}

// askedLine is a question about a paper; its answer is yes, no or empty.
type askedLine struct {
	Code    string `json:"code"`
	Says    string `json:"says"`
	Answer  string `json:"answer"`
	Note    string `json:"note,omitempty"`
	Refusal string `json:"refusal"`
}

type warningLine struct {
	Rule    string `json:"rule"`
	Message string `json:"message"`
}

// kit shows somebody's kit.
func (c *doCommand) kit(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_id"}
	}
	k, err := s.registrar.Intake.Kit(c.Words[0])
	if err != nil {
		return err
	}
	if err := s.shows("kit", []string{k.Graduate.ID}, c.JSON); err != nil {
		return err
	}
	if c.JSON {
		return s.line(s.kitLine(&k))
	}
	s.writeKit(&k)
	return nil
}

func (s *session) kitLine(k *intake.Kit) kitLine {
	line := kitLine{Graduate: k.Graduate.ID, CardNumber: k.Graduate.Current().CardNumber, OwnWay: k.OwnWay, InPerson: k.InPerson,
		Phone: k.Phone, CallFirst: k.Call != nil, Done: k.Done, Papers: []paperLine{}, Warnings: []warningLine{}}
	if k.Route != nil {
		line.Route = k.Route.Code
	}
	if k.Until != nil {
		line.Until = string(k.Until.On)
	}
	if k.Centre != nil {
		line.Centre = k.Centre.Code
	}
	if k.Received != nil {
		line.ReceivedOn, line.ReceivedBy = string(k.Received.On), k.Received.By
	}
	for i := range k.Papers {
		line.Papers = append(line.Papers, lineOfPaper(&k.Papers[i]))
	}
	for _, f := range k.Warnings {
		line.Warnings = append(line.Warnings, warningLine{f.Rule, s.phrase(f)})
	}
	return line
}

func lineOfPaper(p *intake.Paper) paperLine {
	line := paperLine{p.Code, p.Title, p.Form, p.HandedIn, append([]string{}, p.States...), []askedLine{}}
	for i := range p.Questions {
		q := &p.Questions[i]
		of := askedLine{Code: q.Code, Says: q.Says, Refusal: q.Refusal}
		if q.Answer != nil {
			of.Answer, of.Note = wordOf(q.Yes()), q.Answer.Note
		}
		line.Questions = append(line.Questions, of)
	}
	return line
}

// The answers to a question about a paper.
const (
	wordYes = "yes"
	wordNo  = "no"
)

func wordOf(yes bool) string {
	if yes {
		return wordYes
	}
	return wordNo
}

// answer is such an answer in words, by the texts of the two; "?" while nobody has given one.
func (s *session) answer(yes, no, given string) string {
	switch given {
	case wordYes:
		return s.say(yes, nil)
	case wordNo:
		return s.say(no, nil)
	}
	return "?"
}

// writeKit writes a kit as people read it.
func (s *session) writeKit(k *intake.Kit) {
	fmt.Fprintf(s.stdout, "%s  %s  (%s)\n", k.Graduate.Class, k.Graduate.FullName(), k.Graduate.ID)
	if k.Route != nil {
		fmt.Fprintf(s.stdout, "    %s\n", k.Route.Title)
	}
	if k.Received != nil {
		fmt.Fprintf(s.stdout, "    %s: %s, %s\n", s.say("status.kit_received", nil), k.Received.On.Dotted(), k.Received.By)
	}
	for i := range k.Papers {
		p := &k.Papers[i]
		var states []string
		for _, state := range p.States {
			states = append(states, s.say("kit.state."+state, nil))
		}
		fmt.Fprintf(s.stdout, "    %s  %s: %s\n", p.Code, p.Title, strings.Join(states, ", "))
		for n := range p.Questions {
			q, given := &p.Questions[n], ""
			if q.Answer != nil {
				given = wordOf(q.Yes())
			}
			fmt.Fprintf(s.stdout, "        %s  %s: %s\n", q.Code, q.Says, s.answer("kit.answer_yes", "kit.answer_no", given))
		}
	}
	for _, f := range k.Warnings {
		fmt.Fprintf(s.stdout, "    ! %s\n", s.phrase(f))
	}
}

// kitReceive notes that kits were received, and says what is missing in each, and of which a day that was given is not
// the one on which it was received before: that ends with findings.
func (c *doCommand) kitReceive(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_id"}
	}
	day, err := s.registrar.ParseDay(c.Day)
	if err != nil {
		return err
	}
	receipt := intake.Receipt{Day: day, Papers: c.Papers, Everything: c.Everything}
	if slices.Equal(c.Papers, []string{"all"}) {
		receipt.Papers, receipt.All = nil, true
	}
	if err := s.registrar.Intake.Receive(s.ctx, c.Words, receipt); err != nil {
		return err
	}
	var stays error
	for _, id := range c.Words {
		k, err := s.registrar.Intake.Kit(id)
		if err != nil {
			return err
		}
		for _, f := range k.Warnings {
			fmt.Fprintf(s.stderr, "%s: %s\n", k.Graduate.FullName(), s.phrase(f))
		}
		if day != "" && k.Received.On != day {
			s.note("kit.day_stays", map[string]any{"name": k.Graduate.FullName(), "date": k.Received.On.Dotted()})
			stays = errFindings
		}
	}
	return stays
}

// kitMark notes how far a paper is: «kit-mark ID PAPER made,certified», «kit-mark ID PAPER none»,
// and «kit-mark ID all» for a kit in which everything is there and in order.
func (c *doCommand) kitMark(s *session) error {
	if len(c.Words) == 2 && c.Words[1] == "all" {
		return s.registrar.Intake.Complete(s.ctx, c.Words[:1])
	}
	if len(c.Words) != 3 {
		return &registrar.Error{Code: "cli.kit_mark"}
	}
	var states []string
	if c.Words[2] != "none" {
		states = strings.Split(c.Words[2], ",")
	}
	return s.registrar.Intake.Mark(s.ctx, c.Words[0], c.Words[1], states)
}

// kitAsk notes the answer to a question about a paper.
func (c *doCommand) kitAsk(s *session) error {
	if len(c.Words) != 3 {
		return &registrar.Error{Code: "cli.kit_ask"}
	}
	yes, answers := registrar.Agrees(c.Words[2])
	if !answers {
		return &registrar.Error{Code: "cli.kit_ask"}
	}
	return s.registrar.Intake.Ask(s.ctx, c.Words[0], c.Words[1], yes, c.Note)
}

// kitBack notes that kits were given back.
func (c *doCommand) kitBack(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_id"}
	}
	return s.registrar.Intake.TakeBack(s.ctx, c.Words, c.Reason)
}
