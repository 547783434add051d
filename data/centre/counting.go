package centre

import (
	"cmp"

	"graduand/data/centre/database"
)

// counting counts schools, each in its place by its code. The database gives groups of people who are
// alike: it counts, and nothing but what is different comes here.
type counting struct {
	columns []column
	tallies []Tally
	at      map[string]int
}

func (n *counting) count(school string, g *group) {
	counts := n.tallies[n.at[school]].Counts
	for j := range n.columns {
		counts[j] += n.columns[j].of(g)
	}
}

// schools begins with the schools themselves.
func (n *counting) schools(tx *database.Tx) error {
	return tx.Each(`SELECT s.code, s.name, s.district, s.expected, s.accepted, COALESCE(t.people, 0) FROM school s
		LEFT JOIN (SELECT p.school, COUNT(*) AS people FROM person p `+present+` AND p.gone = 0 GROUP BY p.school) t ON t.school = s.code ORDER BY s.code`, nil, func(scan func(...any) error) error {
		s := &School{}
		if err := scan(&s.Code, &s.Name, &s.District, &s.Expected, &s.Taken, &s.People); err != nil {
			return err
		}
		n.at[s.Code] = len(n.tallies)
		n.tallies = append(n.tallies, Tally{District: s.District, School: s.Code, Name: s.Name, Counts: make([]int, len(n.columns))})
		n.count(s.Code, &group{school: s, lacking: max(s.Expected-s.People, 0)})
		return nil
	})
}

// answered joins the answer to a registration, present leaves out those before the present one.
const (
	answered = `LEFT JOIN decision d ON d.school = p.school AND d.graduate = p.graduate AND d.attempt = p.attempt AND d.about = 'answer' AND d.which = '' `
	present  = `WHERE NOT EXISTS (SELECT 1 FROM person q WHERE q.school = p.school AND q.graduate = p.graduate AND q.attempt > p.attempt)`
)

// people counts the present registrations.
func (n *counting) people(tx *database.Tx) error {
	return tx.Each(`SELECT a.school, a.standing, a.subjects, a.reasons, a.warned, a.missing, COUNT(*) FROM (
		SELECT p.school, p.subjects, COALESCE(d.reasons, '') AS reasons, CASE WHEN p.codes <> '' THEN 1 ELSE 0 END AS warned, CASE WHEN p.branch <> s.branch THEN 1 ELSE 0 END AS missing,
			CASE WHEN p.gone = 1 THEN 'withdrawn' WHEN d.verdict IN ('registered', 'refused') THEN d.verdict WHEN p.verdict = 'held' AND c.day IS NULL THEN 'held' ELSE 'pending' END AS standing
			FROM person p JOIN school s ON s.code = p.school LEFT JOIN card c ON c.number = p.person_key `+answered+present+`) a
		GROUP BY a.school, a.standing, a.subjects, a.reasons, a.warned, a.missing`, nil, func(scan func(...any) error) error {
		var school string
		var warned, missing int
		g := &group{}
		if err := scan(&school, &g.standing, &g.subjects, &g.reasons, &warned, &missing, &g.people); err != nil {
			return err
		}
		g.warned, g.missing = warned != 0, missing != 0
		n.count(school, g)
		return nil
	})
}

// payments counts the receipts of present registrations that count, by the state that each has; a new one
// is pending.
func (n *counting) payments(tx *database.Tx, pending string) error {
	return tx.Each(`SELECT y.school, COALESCE(e.verdict, ''), COUNT(*), SUM(y.amount) FROM payment y
		JOIN person p ON p.school = y.school AND p.graduate = y.graduate AND p.attempt = y.attempt AND p.gone = 0
		LEFT JOIN decision e ON e.school = y.school AND e.graduate = y.graduate AND e.attempt = y.attempt AND e.about = 'payment' AND e.which = y.id `+
		present+` AND y.cancelled = '' GROUP BY y.school, COALESCE(e.verdict, '')`, nil, func(scan func(...any) error) error {
		var school string
		g := &group{}
		if err := scan(&school, &g.state, &g.receipts, &g.amount); err != nil {
			return err
		}
		g.state = cmp.Or(g.state, pending)
		n.count(school, g)
		return nil
	})
}
