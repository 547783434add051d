package centre

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/centre/database"
	"graduand/data/exchange"
	"graduand/data/file"
	"graduand/data/phone"
	"graduand/data/vault"
)

// Enrolling is a school whose cabinet is to be opened (KG-005).
type Enrolling struct {
	// School is the code under which the centre will know it.
	School string
	// Name and the rest of the first line are the school's; District is the name of its district.
	Name, InstitutionType, District string
	Phone                           string
	Surname, GivenName, Patronymic  string
	// Graduates is how many the school has promised to send, "" where it has not said.
	Graduates string
	// Site is the link to the centre's platform (KG-006).
	Site string
	// Code is what opens the message and is told by voice; where it is "" one is made.
	Code string
	// Entries are the keys of the centre that entries go to, where that is another: it must know the
	// school too ([Centre.Admit]), and this one can give its registry back.
	Entries exchange.Keys
}

// Letter is what the responsible of a school must be told besides the file: the code by voice, the
// first password in a letter.
type Letter struct {
	School, Name, Phone string
	Password, Code      string
	Path                string
}

// Enrol enrols a school and writes the message that opens its cabinet to path; where that is "" the
// message is written later, by [Centre.EnrolAgain], which is also for a school that is enrolled already
// (centre.enrolled).
func (c *Centre) Enrol(ctx context.Context, e Enrolling, path string) (*Letter, error) {
	if _, err := c.Campaign(ctx); err != nil {
		return nil, err
	}
	m, err := c.enrolment(e)
	if err != nil {
		return nil, err
	}
	letter, staged, err := c.letter(m, e.Code, path)
	if err != nil {
		return nil, err
	}
	if err := c.enrol(ctx, m); err != nil {
		return nil, errors.Join(err, staged.Discard())
	}
	return letter, staged.Commit()
}

// enrol keeps the message, sealed to the centre itself, and notes that the school is enrolled.
func (c *Centre) enrol(ctx context.Context, m *exchange.Message) error {
	return c.db.Write(ctx, func(tx *database.Tx) error {
		if err := tx.Lock(lockOf(m.School)); err != nil {
			return err
		}
		if _, err := schoolOf(tx, m.School); data.CodeOf(err) != "centre.unknown_school" {
			if err == nil {
				err = data.Fail("centre.enrolled", data.Args{"school": m.School})
			}
			return err
		}
		return c.keepOwn(tx, m, stateSent)
	})
}

// Admit lets a school send its entries here that another centre enrols, such as that of its district: of
// what is said only the school itself, the district and the number of graduates matter. A school that is
// known already is centre.enrolled.
func (c *Centre) Admit(ctx context.Context, e Enrolling) error {
	if _, err := c.Campaign(ctx); err != nil {
		return err
	}
	if !schoolCode.MatchString(e.School) {
		return data.Fail("centre.bad_school_code", data.Args{"school": e.School})
	}
	m, err := c.begin(exchange.TypeNote, e.School)
	if err != nil {
		return err
	}
	if m.Expected, err = count(e.Graduates); err != nil {
		return err
	}
	school := data.School{Name: cmp.Or(e.Name, e.School), Code: e.School, InstitutionType: e.InstitutionType, DistrictCentre: e.District}
	if err := school.Clean(); err != nil {
		return err
	}
	m.Sender = &school
	return c.db.Write(ctx, func(tx *database.Tx) error {
		if err := tx.Lock(lockWhole); err != nil {
			return err
		}
		if _, err := schoolOf(tx, e.School); data.CodeOf(err) != "centre.unknown_school" {
			return errors.Join(err, data.Fail("centre.enrolled", data.Args{"school": e.School}))
		}
		return c.noteDown(tx, m)
	})
}

// EnrolAgain writes the very same message of an enrolled school once more, sealed by another code
// where the letter or the code was lost.
func (c *Centre) EnrolAgain(ctx context.Context, school, code, path string) (*Letter, error) {
	m, err := c.enrolledBy(ctx, school)
	if err != nil {
		return nil, err
	}
	defer m.Close()
	letter, staged, err := c.letter(&m.Message, code, path)
	if err != nil {
		return nil, err
	}
	return letter, staged.Commit()
}

// enrolledBy is the message that has enrolled a school.
func (c *Centre) enrolledBy(ctx context.Context, school string) (*opened, error) {
	var file string
	err := c.db.Read(ctx, func(tx *database.Tx) error {
		found, err := tx.One("SELECT file FROM message WHERE school = ? AND type = ? AND state = ?", []any{school, string(exchange.TypeEnrolment), stateSent}, &file)
		if err == nil && !found {
			err = data.Fail("centre.unknown_school", data.Args{"school": school})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return c.kept(file)
}

var schoolCode = regexp.MustCompile(`^[a-z0-9_][a-z0-9_-]{0,63}$`)

// enrolment is the message, with a new password.
func (c *Centre) enrolment(e Enrolling) (*exchange.Message, error) {
	if !schoolCode.MatchString(e.School) {
		return nil, data.Fail("centre.bad_school_code", data.Args{"school": e.School})
	}
	if strings.TrimSpace(e.Surname) == "" || strings.TrimSpace(e.GivenName) == "" {
		return nil, data.Fail("centre.no_responsible", data.Args{"school": e.School})
	}
	number, err := phone.Parse(e.Phone, c.rules.PhoneRegion)
	if err != nil {
		return nil, err
	}
	password, err := vault.NewPassword(c.Random)
	if err != nil {
		return nil, err
	}
	m, err := c.begin(exchange.TypeEnrolment, e.School)
	if err != nil {
		return nil, err
	}
	if e.Name == "" {
		e.Name = e.School
	}
	if e.Site == "" {
		e.Site = c.rules.SiteURL
	}
	school := data.School{Name: e.Name, Code: e.School, InstitutionType: e.InstitutionType, DistrictCentre: e.District, Site: e.Site}
	if err := school.Clean(); err != nil {
		return nil, err
	}
	if m.Expected, err = count(e.Graduates); err != nil {
		return nil, err
	}
	m.Sequence = 1
	m.Enrolment = &exchange.Enrolment{School: school, Phone: number, Surname: e.Surname, GivenName: e.GivenName, Patronymic: e.Patronymic,
		Password: password, Site: e.Site, Centre: cmp.Or(e.Entries, c.Keys()), Recovery: c.recovery}
	if !c.rules.IsBuiltin() {
		m.CampaignFile = c.rules.Source()
	}
	return m, nil
}

// mostGraduates bounds how many one school can have.
const mostGraduates = 99999

// count is how many graduates somebody has typed, 0 for nothing; what is no such number is
// centre.bad_count.
func count(typed string) (int, error) {
	if typed = strings.TrimSpace(typed); typed == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 || n > mostGraduates {
		return 0, data.Fail("centre.bad_count", data.Args{"value": typed})
	}
	return n, nil
}

// Expect notes how many graduates a school has promised, where that was not said at its enrolment or has
// changed since.
func (c *Centre) Expect(ctx context.Context, school, graduates string) error {
	expected, err := count(graduates)
	switch {
	case err != nil:
		return err
	case expected == 0:
		return data.Fail("centre.bad_count", data.Args{"value": graduates})
	}
	return c.noting(ctx, school, func(tx *database.Tx, m *exchange.Message) error {
		s, err := schoolOf(tx, school)
		if err == nil && s.expected != expected {
			m.Expected = expected
		}
		return err
	})
}

// shortestCode is how many signs a code told by voice has at least: age makes every guess cost about
// a second.
const shortestCode = 8

// letter stages the file for the school, sealed by a code; without a path there is none.
func (c *Centre) letter(m *exchange.Message, code, path string) (*Letter, *staged, error) {
	l := &Letter{School: m.School, Name: m.Enrolment.School.Name, Phone: m.Enrolment.Phone, Password: m.Enrolment.Password, Path: path}
	if path == "" {
		return l, nil, nil
	}
	if code == "" {
		made, err := vault.NewPassword(c.Random)
		if err != nil {
			return nil, nil, err
		}
		code = made
	}
	if len([]rune(code)) < shortestCode {
		return nil, nil, data.Fail("centre.short_code", data.Args{"least": shortestCode})
	}
	var b bytes.Buffer
	if _, err := exchange.Write(&b, m, nil, c.keys, exchange.Seal{Code: code}); err != nil {
		return nil, nil, err
	}
	f, err := file.Stage(path, b.Bytes())
	l.Code = code
	return l, (*staged)(f), err
}

// staged is a file that is ready to be put into its place, or none.
type staged file.Staged

func (s *staged) Commit() error {
	if s == nil {
		return nil
	}
	return (*file.Staged)(s).Commit()
}

func (s *staged) Discard() error {
	if s == nil {
		return nil
	}
	return (*file.Staged)(s).Discard()
}
