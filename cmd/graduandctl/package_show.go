package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"graduand/data/registrar"
	"graduand/data/registrar/post"
)

// schoolListLine is the contract of «package list --json» for a list.
type schoolListLine struct {
	List int    `json:"list"`
	ID   string `json:"id"`
	// State is open, final or withdrawn.
	State string `json:"state"`
	Title string `json:"title"`
	// Date and Number are those of the outgoing register, empty where they are not known.
	Date   string `json:"date"`
	Number string `json:"number"`
	// Graduates are the ids of who is on it, Rows how many rows the signed paper has.
	Graduates  []string `json:"graduates"`
	Rows       int      `json:"rows"`
	Registered int      `json:"registered"`
	// Package is the number of the one that it lies in, 0 for none.
	Package  int           `json:"package"`
	Warnings []packageWarn `json:"warnings"`
}

// packageWarn is what is to be looked at about somebody on a list.
type packageWarn struct {
	Graduate string   `json:"graduate"`
	Messages []string `json:"messages"`
}

// packageLine is the contract of «package list --json» and «show --json» for a package.
type packageLine struct {
	Package int    `json:"package"`
	ID      string `json:"id"`
	// State is open, closed, posted or received.
	State string `json:"state"`
	Lists []int  `json:"lists"`
	// Members are the people on its lists, Rows those of the signed papers, Kits those that were
	// counted when it was closed.
	Members    int    `json:"members"`
	Rows       int    `json:"rows"`
	Kits       int    `json:"kits"`
	Grams      int    `json:"grams"`
	Envelopes  int    `json:"envelopes"`
	Operator   string `json:"operator"`
	Item       string `json:"item"`
	Tracking   string `json:"tracking"`
	Link       string `json:"link"`
	Postmark   string `json:"postmark"`
	Received   string `json:"received"`
	SentOn     string `json:"sent_on"`
	SendBy     string `json:"send_by"`
	Sending    string `json:"sending"`
	AnswerDue  string `json:"answer_due"`
	Registered int    `json:"registered"`
}

func (s *session) schoolListLine(row post.ListRow) schoolListLine {
	line := schoolListLine{List: row.Number, ID: row.ID, State: row.State(), Title: row.Title, Graduates: row.IDs(), Warnings: []packageWarn{}}
	if f := row.Final; f != nil {
		line.Date, line.Number, line.Rows, line.Registered = string(f.Date), f.Number, f.Rows, f.Registered
	}
	if row.Package != nil {
		line.Package = row.Package.Number
	}
	for _, m := range row.Members {
		if len(m.Warnings) == 0 {
			continue
		}
		warn := packageWarn{Graduate: m.Graduate.ID}
		for _, w := range m.Warnings {
			warn.Messages = append(warn.Messages, s.say(w.ID, w.Args))
		}
		line.Warnings = append(line.Warnings, warn)
	}
	return line
}

func packageLineOf(row post.PackageRow) packageLine {
	line := packageLine{Package: row.Number, ID: row.ID, State: row.State(), Lists: []int{}, Members: row.Members, Rows: row.Rows, Kits: row.Kits,
		Grams: row.Grams(), Envelopes: len(row.Envelopes), Operator: row.Operator, Item: row.Item, Tracking: row.Tracking, Link: row.Link,
		Postmark: string(row.Postmark), Received: string(row.Package.Received), SentOn: string(row.SentOn()), Sending: string(row.Term.Verdict),
		AnswerDue: string(row.AnswerDue), Registered: row.Registered}
	for _, l := range row.Lists {
		line.Lists = append(line.Lists, l.Number)
	}
	if row.Term.End != nil {
		line.SendBy = string(row.Term.End.On)
	}
	return line
}

func (c *packageCommand) list(s *session) error {
	rows, err := s.registrar.Post.Lists()
	if err != nil {
		return err
	}
	packages, err := s.registrar.Post.Packages()
	if err != nil {
		return err
	}
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.IDs()...)
	}
	if err := s.shows("package list", ids, c.JSON); err != nil {
		return err
	}
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, row := range rows {
		line := s.schoolListLine(row)
		if c.JSON {
			if err := s.line(line); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%s %s\n", s.say("post_screen.list", map[string]any{"number": row.Number}), row.Title, len(row.Members),
			s.say("post_screen.state_"+row.State(), nil), registrar.Date(line.Date).Dotted(), line.Number)
		s.tellWarnings(row)
	}
	for _, row := range packages {
		if err := c.tellPackage(s, w, row); err != nil {
			return err
		}
	}
	return w.Flush()
}

// tellWarnings says to a person what is to be looked at about a list.
func (s *session) tellWarnings(row post.ListRow) {
	for _, m := range row.Members {
		for _, warn := range m.Warnings {
			fmt.Fprintf(s.stderr, "%s: %s: %s\n", row.Label(), m.Graduate.FullName(), s.say(warn.ID, warn.Args))
		}
	}
}

func (c *packageCommand) tellPackage(s *session, w *tabwriter.Writer, row post.PackageRow) error {
	if c.JSON {
		return s.line(packageLineOf(row))
	}
	var lists []string
	for _, l := range row.Lists {
		lists = append(lists, l.Label())
	}
	_, err := fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%s\n", s.say("post_screen.package", map[string]any{"number": row.Number}), strings.Join(lists, ", "), row.Members,
		s.say("post_screen.state_"+row.State(), nil), row.Tracking)
	return err
}

func (c *packageCommand) show(s *session) error {
	id, err := s.packageOf(c.Words[0])
	if err != nil {
		return err
	}
	rows, err := s.registrar.Post.Packages()
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, row := range rows {
		if row.ID == id {
			if err := c.tellPackage(s, w, row); err != nil {
				return err
			}
			for _, l := range row.Lists {
				s.tellWarnings(l)
			}
			return w.Flush()
		}
	}
	return &registrar.Error{Code: "package.unknown", Args: map[string]any{"value": c.Words[0]}}
}

// offerLine is the contract of «package offer --json»: Why is empty for who can be put on a list.
type offerLine struct {
	Graduate string `json:"graduate"`
	Name     string `json:"name"`
	Class    string `json:"class"`
	Code     string `json:"code"`
	Why      string `json:"why"`
}

func (c *packageCommand) offer(s *session) error {
	offered, err := s.registrar.Post.Offer(registrar.Filter{Class: c.Class, Only: c.Words})
	if err != nil {
		return err
	}
	var lines []offerLine
	for _, g := range offered.On {
		lines = append(lines, offerLine{Graduate: g.ID, Name: g.FullName(), Class: g.Class})
	}
	for _, left := range offered.Left {
		g := left.Graduate
		lines = append(lines, offerLine{g.ID, g.FullName(), g.Class, strings.TrimPrefix(left.Why.ID, "post.left."), s.say(left.Why.ID, left.Why.Args)})
	}
	var ids []string
	for _, line := range lines {
		ids = append(ids, line.Graduate)
	}
	if err := s.shows("package offer", ids, c.JSON); err != nil {
		return err
	}
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, line := range lines {
		if c.JSON {
			if err := s.line(line); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", line.Graduate, line.Class, line.Name, line.Why)
	}
	return w.Flush()
}
