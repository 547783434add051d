package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
)

// messageLine is the contract of «do FILE messages --json».
type messageLine struct {
	At       string `json:"at"`
	Sent     bool   `json:"sent"`
	Type     string `json:"type"`
	Sequence int    `json:"sequence"`
	Name     string `json:"name"`
	Hash     string `json:"hash"`
	SHA256   string `json:"sha256"`
	People   int    `json:"people"`
	By       string `json:"by"`
	To       string `json:"to,omitempty"`
	// Action and Values are what was said of one person.
	Action string            `json:"action,omitempty"`
	Reason string            `json:"reason,omitempty"`
	Values map[string]string `json:"values,omitempty"`
}

// passed are all messages.
func (s *session) passed(asJSON bool) error {
	all, err := s.registrar.Exchange.History(s.ctx)
	for i := range all {
		if err != nil {
			return err
		}
		err = s.message(&all[i], messageOf(&all[i]), asJSON)
	}
	return err
}

// messagesOf are the ids of the last messages to the centre with these numbers; what has none is no
// message that a paper could be about.
func (s *session) messagesOf(numbers []int) (ids []string, err error) {
	if len(numbers) == 0 {
		return nil, nil
	}
	all, err := s.registrar.Exchange.History(s.ctx)
	for _, number := range numbers {
		at := slices.IndexFunc(all, func(p exchange.Passed) bool { return p.Sent && p.Sequence == number })
		if at < 0 {
			return nil, cmp.Or(err, error(&registrar.Error{Code: "print.no_message"}))
		}
		ids = append(ids, all[at].ID)
	}
	return ids, err
}

// sentOf is what exactly was sent of somebody.
func (s *session) sentOf(id string, asJSON bool) error {
	all, err := s.registrar.Exchange.SentOf(s.ctx, id)
	if err != nil {
		return err
	}
	if err := s.shows("messages", []string{id}, asJSON); err != nil {
		return err
	}
	for i := range all {
		line := messageOf(&all[i].Passed)
		line.Action, line.Reason, line.Values = all[i].Action, all[i].Reason, map[string]string{}
		for _, v := range all[i].Values {
			line.Values[v.Field] = v.Value
		}
		if err := s.message(&all[i].Passed, line, asJSON); err != nil {
			return err
		}
		for _, v := range all[i].Values {
			if !asJSON {
				fmt.Fprintf(s.stdout, "\t%v: %v\n", s.text().Word(s.registrar.Campaign().FieldTitle(v.Field)), s.text().Word(s.registrar.Campaign().Words(v.Field, v.Value)))
			}
		}
	}
	return nil
}

func messageOf(p *exchange.Passed) messageLine {
	return messageLine{At: p.At.UTC().Format(time.RFC3339), Sent: p.Sent, Type: p.Type, Sequence: p.Sequence, Name: p.Name, Hash: p.Hash, SHA256: p.SHA256, People: p.People, By: p.By, To: p.To}
}

// message tells of a message by its line for other programs, or by what a person reads.
func (s *session) message(p *exchange.Passed, line messageLine, asJSON bool) error {
	if asJSON {
		return s.line(line)
	}
	arrow := "←"
	if p.Sent {
		arrow = "→"
	}
	_, err := fmt.Fprintf(s.stdout, "%s\t%s %s, № %d\t%s\t%s\n", s.clock(p.At), arrow, s.say("message.type."+p.Type, nil), p.Sequence, p.Name, p.By)
	return err
}
