package centre

import (
	"context"
	"strings"

	"graduand/data"
	"graduand/data/centre/database"
)

// Person is one registration as the centre has it, with what the centre knows besides.
type Person struct {
	School, Graduate, Key          string
	Attempt                        int
	Surname, GivenName, Patronymic string
	// Verdict is that of the receipt, except that who was held is accepted once the card has come.
	Verdict string
	Codes   []string
	// Since is the day on which the paper card has come, Due the one by which the centre answers
	// (UA-152, UA-153); "" where there is none.
	Since, Due data.Date
	// Answer is registered or refused, "" for neither yet; Number is that of the certificate or the minutes.
	Answer, Number string
	// Withdrawn says that the school has withdrawn the person, Missing that the last full entries,
	// after a restore of the registry, do not name the person, Double that another school has sent the
	// same person key.
	Withdrawn, Missing, Double bool
}

// Name is the person's, as it is written.
func (p *Person) Name() string {
	return strings.Join(strings.Fields(p.Surname+" "+p.GivenName+" "+p.Patronymic), " ")
}

// everybody are the present registrations of all.
const (
	placed    = `FROM person p JOIN school s ON s.code = p.school LEFT JOIN card c ON c.number = p.person_key `
	everybody = placed + present
)

// verdictNow is the verdict with the cards that have come since.
const verdictNow = `CASE WHEN p.verdict <> 'held' OR c.day IS NULL THEN p.verdict WHEN p.codes = '' THEN 'accepted' ELSE 'warning' END`

// List gives the people of a school, or with "" of all, by school and surname.
func (c *Centre) List(ctx context.Context, school string, tell func(*Person) error) error {
	rules, err := c.Campaign(ctx)
	if err != nil {
		return err
	}
	query := `SELECT p.school, p.graduate, p.person_key, p.attempt, p.surname, p.given_name, p.patronymic, ` + verdictNow + `, p.codes, COALESCE(c.day, ''), COALESCE(d.verdict, ''), COALESCE(d.number, ''), p.gone,
		CASE WHEN p.branch <> s.branch THEN 1 ELSE 0 END,
		CASE WHEN EXISTS (SELECT 1 FROM person q WHERE q.person_key = p.person_key AND q.school <> p.school AND q.gone = 0) THEN 1 ELSE 0 END ` + placed + answered + present
	var args []any
	if school != "" {
		query, args = query+" AND p.school = ?", []any{school}
	}
	return c.db.Read(ctx, func(tx *database.Tx) error {
		if _, err := schoolOf(tx, school); school != "" && err != nil {
			return err
		}
		return tx.Each(query+" ORDER BY p.school, p.surname, p.given_name, p.graduate", args, func(scan func(...any) error) error {
			p, codes, gone, missing, double := &Person{}, "", 0, 0, 0
			if err := scan(&p.School, &p.Graduate, &p.Key, &p.Attempt, &p.Surname, &p.GivenName, &p.Patronymic, &p.Verdict, &codes, &p.Since, &p.Answer, &p.Number, &gone, &missing, &double); err != nil {
				return err
			}
			p.Codes, p.Withdrawn, p.Missing, p.Double = strings.Fields(codes), gone != 0, missing != 0 && gone == 0, double != 0 && gone == 0
			if p.Since != "" {
				p.Due = rules.AnswerDue(p.Since)
			}
			return tell(p)
		})
	})
}

// School is how far a school is.
type School struct {
	Code, Name, District string
	// Fingerprint is that of its keys, "" while it has sent nothing, Confirmed the one that somebody has
	// compared with paper.
	Fingerprint, Confirmed string
	// Expected is how many graduates it has promised, 0 where it has not said.
	Expected int
	// Taken is the highest number of a message that was taken over, Waiting how many wait for one
	// before them, Refused how many came and were not taken over.
	Taken, Waiting, Refused int
	// People are all who are not withdrawn; of them are Held those whose paper card has not come,
	// Warned those with a remark, Missing those whom the last full entries do not name.
	People, Withdrawn, Held, Warned, Missing int
	// Rejected are the records of its last message that were not taken.
	Rejected int
	// Untold are the decisions that no status has told it.
	Untold int
}

// Schools gives all schools by code.
func (c *Centre) Schools(ctx context.Context, tell func(*School) error) error {
	return c.db.Read(ctx, func(tx *database.Tx) error {
		return tx.Each(`SELECT s.code, s.name, s.district, s.expected, s.recipient, s.signer, s.confirmed, s.accepted,
			(SELECT COUNT(*) FROM message m WHERE m.school = s.code AND m.state = 'waiting'),
			(SELECT COUNT(*) FROM message m WHERE m.school = s.code AND m.state = 'refused'),
			COALESCE(t.people, 0), COALESCE(t.withdrawn, 0), COALESCE(t.held, 0), COALESCE(t.warned, 0), COALESCE(t.missing, 0),
			(SELECT COUNT(*) FROM verdict v WHERE v.message = s.head AND v.verdict = 'rejected'),
			(SELECT COUNT(*) FROM decision d WHERE d.school = s.code AND d.told = '')
			FROM school s LEFT JOIN (SELECT a.school, SUM(1 - a.gone) AS people, SUM(a.gone) AS withdrawn,
				SUM(CASE WHEN a.gone = 0 AND a.verdict = 'held' THEN 1 ELSE 0 END) AS held,
				SUM(CASE WHEN a.gone = 0 AND a.codes <> '' THEN 1 ELSE 0 END) AS warned,
				SUM(CASE WHEN a.gone = 0 AND a.missing = 1 THEN 1 ELSE 0 END) AS missing
				FROM (SELECT p.school, p.gone, p.codes, `+verdictNow+` AS verdict, CASE WHEN p.branch <> s.branch THEN 1 ELSE 0 END AS missing `+everybody+`) a GROUP BY a.school) t ON t.school = s.code
			ORDER BY s.code`, nil, func(scan func(...any) error) error {
			s := &School{}
			var keys school
			if err := scan(&s.Code, &s.Name, &s.District, &s.Expected, &keys.keys.Recipient, &keys.keys.Signer, &s.Confirmed, &s.Taken, &s.Waiting, &s.Refused,
				&s.People, &s.Withdrawn, &s.Held, &s.Warned, &s.Missing, &s.Rejected, &s.Untold); err != nil {
				return err
			}
			s.Fingerprint = keys.keys.Fingerprint()
			return tell(s)
		})
	})
}
