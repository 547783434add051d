package main

import (
	"fmt"
	"strconv"

	"graduand/data/registrar"
	"graduand/data/registrar/post"
)

type packageCommand struct {
	File     string   `arg:"" help:"The registry."`
	Action   string   `arg:"" enum:"list,show,offer,make-list,add,take,rename,finish,number,reopen,withdraw,make,put,take-out,drop,close,open,post,unpost,received,own,send-own,unsend-own,own-received" help:"list, all lists and packages | show PACKAGE | offer [ID…], who can be put on a list, and who cannot, why | make-list TITLE [ID…], or --by-class for a list of each class | add LIST ID… | take LIST ID… | rename LIST TITLE | finish LIST -o OUT.pdf --date --number, print it as final and freeze it | number LIST --date --number, what was written by pen | reopen LIST | withdraw LIST --reason | make [LIST…], a package | put PACKAGE LIST | take-out PACKAGE LIST | drop PACKAGE | close PACKAGE --rows --kits | open PACKAGE | post PACKAGE --operator --item --tracking --postmark | unpost PACKAGE, after received PACKAGE none and do … answer-back of who was answered | received PACKAGE DAY, or none | own [ID…], who goes past the lists | send-own ID --operator --item --tracking --postmark | unsend-own ID, after own-received ID none | own-received ID DAY, or none. LIST and PACKAGE are numbers as list shows them."`
	Words    []string `arg:"" optional:"" help:"What the action needs."`
	Class    string   `help:"offer, make-list, own: only this class."`
	ByClass  bool     `help:"make-list: a list of each class, of all who can be put on one."`
	Out      string   `short:"o" help:"finish: the file of the list." placeholder:"OUT.pdf"`
	Register string   `help:"finish: the file of the language register, where somebody on the list needs it." placeholder:"OUT.pdf"`
	Entry    int64    `help:"finish: the entry of the history by which the list was printed as final already." placeholder:"SEQ"`
	// RegisterEntry goes with Entry.
	RegisterEntry int64  `help:"finish: the entry by which its language register was printed already." placeholder:"SEQ"`
	Date          string `help:"finish, number: the outgoing date."`
	Number        string `help:"finish, number: the outgoing number."`
	Reason        string `help:"withdraw: why."`
	Rows          int    `help:"close: how many rows the lists have on paper, counted by hand."`
	Kits          int    `help:"close: how many kits there are, counted by hand."`
	Cover         bool   `help:"close: the covering letter lies in it."`
	Grams         int    `help:"close: what it weighs."`
	Operator      string `help:"post, send-own: who carries it, a code of the campaign."`
	Item          string `help:"post, send-own: the kind of item, a code of the operator."`
	Tracking      string `help:"post, send-own: the number of the item."`
	Postmark      string `help:"post, send-own: the day of the stamp; without an operator that of an e-mail, or of the visit to the centre in person." placeholder:"DATE"`
	JSON          bool   `help:"list, show, offer, own: one JSON object a line."`
}

// anyNumber says that an action takes any number of words.
const anyNumber = -1

// packageActions are the actions by their names, each with how many words it takes.
var packageActions = map[string]struct {
	least, most int
	run         func(*packageCommand, *session) error
}{
	"list": {0, 0, (*packageCommand).list}, "show": {1, 1, (*packageCommand).show}, "offer": {0, anyNumber, (*packageCommand).offer},
	"make-list": {0, anyNumber, (*packageCommand).makeList}, "add": {2, anyNumber, (*packageCommand).members}, "take": {2, anyNumber, (*packageCommand).members},
	"rename": {2, 2, (*packageCommand).rename}, "finish": {1, 1, (*packageCommand).finish}, "number": {1, 1, (*packageCommand).number},
	"reopen": {1, 1, (*packageCommand).reopen}, "withdraw": {1, 1, (*packageCommand).withdraw},
	"make": {0, anyNumber, (*packageCommand).make}, "put": {2, 2, (*packageCommand).put}, "take-out": {2, 2, (*packageCommand).put},
	"drop": {1, 1, (*packageCommand).whole}, "open": {1, 1, (*packageCommand).whole}, "unpost": {1, 1, (*packageCommand).whole},
	"close": {1, 1, (*packageCommand).whole}, "post": {1, 1, (*packageCommand).whole}, "received": {2, 2, (*packageCommand).whole},
	"own": {0, anyNumber, (*packageCommand).own}, "send-own": {1, 1, (*packageCommand).sendOwn}, "unsend-own": {1, 1, (*packageCommand).sendOwn}, "own-received": {2, 2, (*packageCommand).sendOwn},
}

func (c *packageCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	s.writes(c.Out, c.Register)
	action := packageActions[c.Action]
	if len(c.Words) < action.least {
		return &registrar.Error{Code: "cli.package_words", Args: map[string]any{"action": c.Action}}
	}
	if action.most != anyNumber {
		if err := surplus(c.Words, action.most); err != nil {
			return err
		}
	}
	if err := s.knowClass(c.Class); err != nil {
		return err
	}
	return action.run(c, s)
}

// listOf is the id of a list by its number, else what was typed.
func (s *session) listOf(typed string) (string, error) {
	rows, err := s.registrar.Post.Lists()
	for _, row := range rows {
		if strconv.Itoa(row.Number) == typed {
			return row.ID, nil
		}
	}
	return typed, err
}

// packageOf is the id of a package by its number, else what was typed.
func (s *session) packageOf(typed string) (string, error) {
	rows, err := s.registrar.Post.Packages()
	for _, row := range rows {
		if strconv.Itoa(row.Number) == typed {
			return row.ID, nil
		}
	}
	return typed, err
}

func (c *packageCommand) makeList(s *session) error {
	drafts, err := c.drafts(s)
	if err != nil {
		return err
	}
	ids, err := s.registrar.Post.MakeLists(s.ctx, drafts)
	if err != nil {
		return err
	}
	rows, err := s.registrar.Post.Lists()
	for _, row := range rows[max(0, len(rows)-len(ids)):] {
		fmt.Fprintln(s.stdout, row.Number)
	}
	return err
}

// drafts are the lists that are to be made: one of those who were named, or of all who can be put on
// one, each class apart where that was asked for.
func (c *packageCommand) drafts(s *session) ([]post.Draft, error) {
	if !c.ByClass && len(c.Words) == 0 {
		return nil, &registrar.Error{Code: "cli.package_words", Args: map[string]any{"action": c.Action}}
	}
	if len(c.Words) > 1 {
		return []post.Draft{{Title: c.Words[0], IDs: c.Words[1:]}}, nil
	}
	offered, err := s.registrar.Post.Offer(registrar.Filter{Class: c.Class})
	if err != nil {
		return nil, err
	}
	if c.ByClass {
		return post.ByClass(offered.On), nil
	}
	draft := post.Draft{Title: c.Words[0]}
	for _, g := range offered.On {
		draft.IDs = append(draft.IDs, g.ID)
	}
	return []post.Draft{draft}, nil
}

func (c *packageCommand) members(s *session) (err error) {
	defer func() { s.tellDone(err) }()
	list, err := s.listOf(c.Words[0])
	if err != nil {
		return err
	}
	if c.Action == "add" {
		return s.registrar.Post.Add(s.ctx, list, c.Words[1:])
	}
	return s.registrar.Post.Take(s.ctx, list, c.Words[1:])
}

func (c *packageCommand) rename(s *session) error {
	list, err := s.listOf(c.Words[0])
	if err != nil {
		return err
	}
	return s.registrar.Post.Rename(s.ctx, list, c.Words[1])
}

// finish prints a list and freezes it, or freezes what was printed already.
func (c *packageCommand) finish(s *session) error {
	list, err := s.listOf(c.Words[0])
	switch {
	case err != nil:
		return err
	case c.Entry != 0:
		return s.registrar.Post.Finish(s.ctx, list, c.Entry, c.RegisterEntry)
	case c.Out == "":
		return &registrar.Error{Code: "cli.no_out"}
	}
	printed, err := s.registrar.FinishList(s.ctx, list, registrar.Finishing{Path: c.Out, Register: c.Register, Date: c.Date, Number: c.Number})
	if err != nil {
		return err
	}
	s.tellPrinted(printed)
	s.note("print.done", map[string]any{"file": c.Out, "count": printed.Graduates})
	return nil
}

func (c *packageCommand) number(s *session) error {
	list, err := s.listOf(c.Words[0])
	if err != nil {
		return err
	}
	day, err := s.registrar.ParseDay(c.Date)
	if err != nil {
		return err
	}
	return s.registrar.Post.Number(s.ctx, list, day, c.Number)
}

func (c *packageCommand) reopen(s *session) error {
	list, err := s.listOf(c.Words[0])
	if err != nil {
		return err
	}
	return s.registrar.Post.Reopen(s.ctx, list)
}

func (c *packageCommand) withdraw(s *session) (err error) {
	defer func() { s.tellDone(err) }()
	list, err := s.listOf(c.Words[0])
	if err != nil {
		return err
	}
	return s.registrar.Post.Withdraw(s.ctx, list, c.Reason)
}

func (c *packageCommand) make(s *session) error {
	var lists []string
	for _, word := range c.Words {
		list, err := s.listOf(word)
		if err != nil {
			return err
		}
		lists = append(lists, list)
	}
	id, err := s.registrar.Post.Make(s.ctx, lists)
	if err != nil {
		return err
	}
	rows, err := s.registrar.Post.Packages()
	for _, row := range rows {
		if row.ID == id {
			fmt.Fprintln(s.stdout, row.Number)
		}
	}
	return err
}

// put puts a list into a package, or takes it out.
func (c *packageCommand) put(s *session) error {
	pack, err := s.packageOf(c.Words[0])
	if err != nil {
		return err
	}
	list, err := s.listOf(c.Words[1])
	if err != nil {
		return err
	}
	if c.Action == "put" {
		return s.registrar.Post.Put(s.ctx, pack, list)
	}
	return s.registrar.Post.TakeOut(s.ctx, pack, list)
}

// whole does what is done to a package as a whole.
func (c *packageCommand) whole(s *session) (err error) {
	defer func() { s.tellDone(err) }()
	pack, err := s.packageOf(c.Words[0])
	if err != nil {
		return err
	}
	switch c.Action {
	case "drop":
		return s.registrar.Post.Drop(s.ctx, pack)
	case "open":
		return s.registrar.Post.Open(s.ctx, pack)
	case "unpost":
		return s.registrar.Post.Unpost(s.ctx, pack)
	case "close":
		return s.registrar.Post.Close(s.ctx, pack, post.Count{Rows: c.Rows, Kits: c.Kits, Cover: c.Cover, Grams: c.Grams})
	case "received":
		day, err := c.day(s)
		if err != nil {
			return err
		}
		return s.registrar.Post.Received(s.ctx, pack, day)
	}
	posting, err := c.posting(s)
	if err != nil {
		return err
	}
	return s.registrar.Post.Post(s.ctx, pack, posting)
}

// none is what is typed for no day.
const none = "none"

// day is the day that was typed behind a package or a person.
func (c *packageCommand) day(s *session) (registrar.Date, error) {
	if c.Words[1] == none {
		return "", nil
	}
	return s.registrar.ParseDay(c.Words[1])
}

func (c *packageCommand) posting(s *session) (post.Posting, error) {
	day, err := s.registrar.ParseDay(c.Postmark)
	return post.Posting{Operator: c.Operator, Item: c.Item, Tracking: c.Tracking, Postmark: day}, err
}
