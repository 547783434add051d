package main

import (
	"fmt"
	"text/tabwriter"

	"graduand/data/registrar"
	"graduand/data/registrar/post"
)

// sendOwn notes what somebody has sent alone, or takes that back.
func (c *packageCommand) sendOwn(s *session) (err error) {
	defer func() { s.tellDone(err) }()
	switch c.Action {
	case "unsend-own":
		return s.registrar.Post.UnsendOwn(s.ctx, c.Words[0])
	case "own-received":
		day, err := c.day(s)
		if err != nil {
			return err
		}
		return s.registrar.Post.OwnReceived(s.ctx, c.Words[0], day)
	}
	posting, err := c.posting(s)
	if err != nil {
		return err
	}
	return s.registrar.Post.SendOwn(s.ctx, c.Words[0], posting)
}

// ownLine is the contract of «package own --json».
type ownLine struct {
	Graduate  string `json:"graduate"`
	Name      string `json:"name"`
	Way       string `json:"way"`
	Operator  string `json:"operator"`
	Item      string `json:"item"`
	Tracking  string `json:"tracking"`
	Link      string `json:"link"`
	Sent      string `json:"sent"`
	Received  string `json:"received"`
	Sending   string `json:"sending"`
	AnswerDue string `json:"answer_due"`
}

func (c *packageCommand) own(s *session) error {
	rows, err := s.registrar.Post.Own(registrar.Filter{Class: c.Class, Only: c.Words})
	if err != nil {
		return err
	}
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.Graduate.ID)
	}
	if err := s.shows("package own", ids, c.JSON); err != nil {
		return err
	}
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, row := range rows {
		line := ownLineOf(row)
		if c.JSON {
			if err := s.line(line); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", line.Graduate, line.Name, line.Sent, line.Tracking, line.Received)
	}
	return w.Flush()
}

func ownLineOf(row post.OwnRow) ownLine {
	line := ownLine{Graduate: row.Graduate.ID, Name: row.Graduate.FullName(), Link: row.Link, Sending: string(row.Term.Verdict), AnswerDue: string(row.AnswerDue)}
	if row.Way != nil {
		line.Way = row.Way.Code
	}
	if f := row.Sent; f != nil {
		line.Operator, line.Item, line.Tracking, line.Sent = f.Seen, f.Means, f.Note, string(f.On)
	}
	if f := row.Received; f != nil {
		line.Received = string(f.On)
	}
	return line
}
