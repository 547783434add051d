package centre

import (
	"context"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/centre/database"
	"graduand/data/centre/decision"
	"graduand/data/exchange"
	"graduand/data/phone"
)

// Order is a decision as somebody asks for it, of one registration.
type Order struct {
	// School is the code, "" where only one school has the person.
	School string
	// Person is the person key of the campaign as people type it, or the id in the school's registry.
	Person string
	// Graduate is that id for who knows it: Person is "" then.
	Graduate string
	// Attempt is which registration of the person; 0 is the present one.
	Attempt int
	Asked
}

// Asked is a decision as people say it.
type Asked = decision.Asked

// Settled is what has become of an [Order].
type Settled struct {
	Person Person
	State  exchange.State
	// Title is what people read of the decision.
	Title any
	// Before is what was decided of it before, nil for nothing. Same says that it was this very thing,
	// so that nothing is noted and nobody is told.
	Before *exchange.State
	Same   bool
}

// Order notes one decision, by the rules of the campaign and by how the registration stands; nothing where
// dry is true. Refusals:
// those of [decision.Asked.State], centre.unknown_school, decision.nobody, decision.in_schools,
// decision.several, decision.earlier, decision.gone, decision.held,
// decision.no_payment, decision.payment_cancelled, decision.payments.
func (c *Centre) Order(ctx context.Context, o Order, dry bool) (done Settled, err error) {
	if _, err := c.Campaign(ctx); err != nil {
		return done, err
	}
	if o.School == "" {
		if o.School, err = c.schoolWith(ctx, o.Person); err != nil {
			return done, err
		}
	}
	err = c.noted(ctx, o.School, dry, func(tx *database.Tx, m *exchange.Message) error {
		if done, _, err = c.settle(tx, &o); err == nil && !done.Same {
			m.States = []exchange.State{done.State}
		}
		return err
	})
	return done, err
}

// noted is [Centre.noting], or where dry is true what it would note.
func (c *Centre) noted(ctx context.Context, school string, dry bool, fill func(*database.Tx, *exchange.Message) error) error {
	if dry {
		return c.db.Read(ctx, func(tx *database.Tx) error { return fill(tx, &exchange.Message{}) })
	}
	return c.noting(ctx, school, fill)
}

// keyTyped is a person key as people type it.
func (c *Centre) keyTyped(typed string) string {
	if c.rules.PersonKey == data.FieldCardNumber {
		return data.CardKey(typed)
	}
	if number, err := phone.Parse(typed, c.rules.PhoneRegion); err == nil {
		return number
	}
	return typed
}

// schoolWith is the only school that has a person of this key or id.
func (c *Centre) schoolWith(ctx context.Context, typed string) (string, error) {
	schools, err := c.codes(ctx, "SELECT DISTINCT school FROM person WHERE person_key = ? AND gone = 0 ORDER BY school", c.keyTyped(typed))
	if err == nil && len(schools) == 0 {
		schools, err = c.codes(ctx, "SELECT DISTINCT school FROM person WHERE person_key = ? OR graduate = ? ORDER BY school", c.keyTyped(typed), typed)
	}
	switch {
	case err != nil:
		return "", err
	case len(schools) == 0:
		return "", data.Fail("decision.nobody", data.Args{"key": typed})
	case len(schools) > 1:
		return "", data.Fail("decision.in_schools", data.Args{"key": typed, "schools": strings.Join(schools, ", ")})
	}
	return schools[0], nil
}

// settle says what an order comes to, as things stand.
func (c *Centre) settle(tx *database.Tx, o *Order) (done Settled, r *registration, err error) {
	if _, err := schoolOf(tx, o.School); err != nil {
		return done, nil, err
	}
	graduate, err := c.graduateOf(tx, o)
	if err != nil {
		return done, nil, err
	}
	if r, err = c.registrationOf(tx, o, graduate); err == nil {
		done, err = c.settleOf(tx, o, r)
	}
	return done, r, err
}

// settleOf says what an order comes to for a registration.
func (c *Centre) settleOf(tx *database.Tx, o *Order, r *registration) (done Settled, err error) {
	done.Person = r.Person
	if done.State, err = o.State(c.rules, c.today()); err != nil {
		return done, err
	}
	done.Title = o.Title(c.rules)
	if err := r.may(o); err != nil {
		return done, err
	}
	done.State.Graduate, done.State.Key, done.State.Attempt = r.Graduate, r.Key, strconv.Itoa(r.Attempt)
	if decision.OfPayment(o.Kind) {
		if done.State.Of, err = r.payment(o.Payment); err != nil {
			return done, err
		}
	}
	if !r.undecided {
		done.Before, err = decided(tx, o.School, &done.State)
	}
	done.Same = done.Before != nil && o.same(done.Before, &done.State)
	if err == nil && o.Kind == decision.Registered {
		err = r.only(tx, done.State.Number)
	}
	return done, err
}

// only refuses the number of a certificate that somebody else has: answer.same_certificate.
func (r *registration) only(tx *database.Tx, certificate string) error {
	if certificate == "" {
		return nil
	}
	holder, err := holderOf(tx, certificate)
	if err == nil && holder != nil && (holder.School != r.School || holder.Graduate != r.Graduate) {
		err = data.Fail("answer.same_certificate", data.Args{"value": certificate, "other": holder.Name() + " (" + holder.School + ")"})
	}
	return err
}

// holderOf is who has the certificate of a number, nil for nobody.
func holderOf(tx *database.Tx, certificate string) (*Person, error) {
	p := &Person{}
	found, err := tx.One(`SELECT p.school, p.graduate, p.surname, p.given_name, p.patronymic FROM decision d JOIN person p ON p.school = d.school AND p.graduate = d.graduate AND p.attempt = d.attempt
		WHERE d.number = ? AND d.about = 'answer' AND d.verdict = 'registered' LIMIT 1`, []any{certificate}, &p.School, &p.Graduate, &p.Surname, &p.GivenName, &p.Patronymic)
	if err != nil || !found {
		return nil, err
	}
	return p, nil
}

// same says that a decision says what was decided before. Whoever names no day means the one that was noted.
func (o *Order) same(before, now *exchange.State) bool {
	was, is := *before, *now
	// A registry that was restored may have given the person another id, and a phone changes.
	was.Graduate, was.Key = is.Graduate, is.Key
	if o.On == "" {
		is.On = was.On
	}
	return was == is
}

// graduateOf is the id of whom an order is about. Where several have had a key, it is who is not
// withdrawn.
func (c *Centre) graduateOf(tx *database.Tx, o *Order) (string, error) {
	if o.Graduate != "" {
		return c.graduateBy(tx, o)
	}
	all, err := idsOf(tx, "SELECT DISTINCT graduate FROM person WHERE school = ? AND person_key = ? AND gone = 0", o.School, c.keyTyped(o.Person))
	if err == nil && len(all) == 0 {
		all, err = idsOf(tx, "SELECT DISTINCT graduate FROM person WHERE school = ? AND person_key = ?", o.School, c.keyTyped(o.Person))
	}
	if err == nil && len(all) == 0 {
		var id string
		if id, err = presentID(tx, o.School, o.Person); err == nil {
			all, err = idsOf(tx, "SELECT DISTINCT graduate FROM person WHERE school = ? AND graduate = ?", o.School, id)
		}
	}
	switch {
	case err != nil:
		return "", err
	case len(all) == 0:
		return "", data.Fail("centre.unknown_person", data.Args{"school": o.School, "key": o.Person})
	case len(all) > 1:
		return "", data.Fail("decision.several", data.Args{"key": o.Person, "ids": strings.Join(all, ", ")})
	}
	return all[0], nil
}

// graduateBy is the present id of whom an order names by id.
func (c *Centre) graduateBy(tx *database.Tx, o *Order) (string, error) {
	id, err := presentID(tx, o.School, o.Graduate)
	if err != nil {
		return "", err
	}
	all, err := idsOf(tx, "SELECT DISTINCT graduate FROM person WHERE school = ? AND graduate = ?", o.School, id)
	if err == nil && len(all) == 0 {
		err = data.Fail("centre.unknown_person", data.Args{"school": o.School, "key": o.Graduate})
	}
	return id, err
}

func idsOf(tx *database.Tx, query string, args ...any) (all []string, err error) {
	err = tx.Each(query+" ORDER BY graduate", args, func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		all = append(all, id)
		return err
	})
	return all, err
}
