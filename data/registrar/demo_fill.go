package registrar

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registrar/payment"
)

// fill completes one form. The last few graduates stay incomplete, as in life.
func (d *demo) fill(ctx context.Context, r *Registrar, id string, n, total int) error {
	c := d.options.Campaign
	var values []Assign
	for _, f := range c.AllFields() {
		if from := c.Demo.Values[f.Code]; len(from) > 0 {
			values = append(values, Assign{Field: f.Code, Value: d.randomHashes(pick(d.rand, from))})
		}
	}
	subjects, counted := d.chooseSubjects()
	values = append(values, Assign{Field: data.FieldSubjects, Value: subjects}, Assign{Field: data.FieldAttestation, Value: counted})
	if c.CardNumber.Used {
		values = append(values, Assign{Field: data.FieldCardNumber, Value: d.cardNumber(n)})
	}
	if n >= d.complete(total) {
		values = values[:n-d.complete(total)]
	}
	if d.options.Season { // where no patronymic tells it, whoever finishes the form asks
		values = append(values, Assign{Field: data.FieldSex, Value: string(d.invented[n].Sex)})
	}
	part := d.cast(n, total)
	values = append(values, own(c, part)...)
	if len(values) == 0 {
		return nil
	}
	if _, err := r.Table.Change(ctx, id, values); err != nil || part == nil || d.options.Season {
		return err // in a season what is paid has its day
	}
	return d.pay(ctx, r, id, part.Receipts)
}

// pay adds receipts, and what the centre says of each.
func (d *demo) pay(ctx context.Context, r *Registrar, id string, receipts []campaign.DemoReceipt) error {
	for i := range receipts {
		receipt := &receipts[i]
		added, err := d.addReceipt(ctx, r, id, receipt)
		if err != nil {
			return err
		}
		if receipt.Status == "" {
			continue
		}
		if err := r.Payment.Judge(ctx, id, added, receipt.Status, "", receipt.Note); err != nil {
			return err
		}
	}
	return nil
}

// addReceipt adds a receipt, with its photo where it has one, and gives its id.
func (d *demo) addReceipt(ctx context.Context, r *Registrar, id string, receipt *campaign.DemoReceipt) (string, error) {
	row, err := r.Table.Find(id)
	if err != nil {
		return "", err
	}
	amount := receipt.Amount
	if amount == 0 {
		amount = r.Campaign().Owed(row.Graduate).Left
	}
	typed := payment.Receipt{Amount: strconv.Itoa(amount), Number: receipt.Number}
	if receipt.Photo && !d.options.WithoutPictures {
		typed.Picture, typed.PictureName = drawReceipt(receipt.Number, amount), "receipt-"+receipt.Number+".jpg"
	}
	if _, err := r.Payment.Add(ctx, id, typed); err != nil {
		return "", err
	}
	if row, err = r.Table.Find(id); err != nil {
		return "", err
	}
	all := row.Graduate.Current().Payments
	return all[len(all)-1].ID, nil
}

// complete is how many forms of so many are filled in: in a season all are in the end.
func (d *demo) complete(total int) int {
	if d.options.Season {
		return total
	}
	return total - incompleteInDemo
}

// incompleteInDemo is how many forms stay incomplete.
const incompleteInDemo = 3

// castEvery is how far those who play a part are apart: who looks at a few people meets
// ordinary ones too.
const castEvery = 3

// cast is the part that the campaign gives to the graduate at n, nil for none: as many play
// one as there are complete forms for.
func (d *demo) cast(n, total int) *campaign.DemoPerson {
	persons := d.options.Campaign.Demo.Persons
	if d.options.Season {
		persons = slices.Concat(persons, d.options.Campaign.Demo.SeasonPersons)
	}
	if n == 0 || n%castEvery != 0 || n >= d.complete(total) || n/castEvery > len(persons) {
		return nil
	}
	return &persons[n/castEvery-1]
}

// own is what a part says, in the order of the form; an empty value takes away what was
// there.
func own(c *campaign.Campaign, part *campaign.DemoPerson) []Assign {
	if part == nil {
		return nil
	}
	return inForm(c, part.Values)
}

// inForm are values in the order of the form.
func inForm(c *campaign.Campaign, by map[string]string) []Assign {
	var values []Assign
	for _, f := range c.AllFields() {
		if value, has := by[f.Code]; has {
			values = append(values, Assign{Field: f.Code, Value: value})
		}
	}
	return values
}

// randomHashes puts random digits in the place of the signs #.
func (d *demo) randomHashes(pattern string) string {
	for strings.Contains(pattern, "#") {
		pattern = strings.Replace(pattern, "#", strconv.Itoa(1+d.rand.IntN(9)), 1)
	}
	return pattern
}

func (d *demo) cardNumber(n int) string {
	return fmt.Sprintf("%d%0*d", 1+d.rand.IntN(9), len(d.options.Campaign.CardNumber.Example)-1, 1000+n*7)
}

// chooseSubjects keeps the campaign's rules: the mandatory ones, one of each
// alternative, others up to the number that counts and one more at times.
func (d *demo) chooseSubjects() (subjects, counted string) {
	rules := d.options.Campaign.SubjectSet
	chosen := append([]string(nil), rules.Mandatory...)
	add := func(code string) {
		for _, c := range chosen {
			if c == code {
				return
			}
		}
		chosen = append(chosen, code)
	}
	for _, code := range rules.AttestationMandatory {
		add(code)
	}
	for _, alternatives := range rules.AttestationOneOf {
		add(pick(d.rand, alternatives))
	}
	wanted := max(rules.Minimum, rules.AttestationCount, 1) + d.rand.IntN(2)
	if rules.Maximum > 0 {
		wanted = min(wanted, rules.Maximum)
	}
	for len(chosen) < wanted {
		if s := pick(d.rand, d.options.Campaign.Subjects); !s.Included && !d.sameDay(chosen, s) {
			add(s.Code)
		}
	}
	return d.withLevels(chosen), strings.Join(chosen[:min(rules.AttestationCount, len(chosen))], ",")
}

func (d *demo) sameDay(chosen []string, s campaign.Subject) bool {
	for _, code := range chosen {
		if on := d.options.Campaign.Subject(code).On; on != "" && on == s.On {
			return true
		}
	}
	return false
}

func (d *demo) withLevels(chosen []string) string {
	codes := make([]string, len(chosen))
	for i, code := range chosen {
		codes[i] = code
		if levels := d.options.Campaign.Subject(code).Levels; len(levels) > 0 {
			codes[i] += ":" + pick(d.rand, levels).Code
		}
	}
	return strings.Join(codes, ",")
}
