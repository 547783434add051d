// Package simulate invents a country of schools and writes what they send to a centre, so that one can
// see how a centre stands it. Everybody in it is invented; a seed gives the same people and pictures
// each time, under keys that are made anew.
package simulate

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/exchange"
	"graduand/data/file"
)

// The sizes of schools: graduates at least, in the middle of all schools, and at most. The middle and
// the spread are such that the mean is fifty.
const (
	smallest = 20
	middle   = 35.3
	spread   = 0.8
	largest  = 400
)

// Plan is what a country is like.
type Plan struct {
	Campaign *campaign.Campaign
	// Schools are numbered from 0.
	Schools int
	// Largest is how many graduates a school has at most; 0 for as many as they do.
	Largest int
	// Photo is the size of a photo in octets, more or less a quarter.
	Photo int
	// Bad is how many schools of a hundred send something that is wrong.
	Bad  int
	Seed uint64
	// Centre are the keys of the centre that everything is for, Now is when.
	Centre  exchange.Keys
	Now     time.Time
	Program string
}

// Country are the schools of a plan.
type Country struct {
	Plan
	sizes []int
	// before are the graduates of all schools before one.
	before []int
}

// mostGraduates is how many phones and numbers of cards there are to be told apart.
const mostGraduates = 1_000_000

// New plans the schools. More graduates than there are numbers for are centre.simulate_too_many.
func New(p Plan) (*Country, error) {
	if p.Largest == 0 {
		p.Largest = largest
	}
	c := &Country{Plan: p}
	total := 0
	for block := 0; len(c.sizes) < p.Schools; block++ {
		for _, size := range c.block(block) {
			c.sizes, c.before = append(c.sizes, size), append(c.before, total)
			total += size
		}
	}
	if total >= mostGraduates {
		return nil, data.Fail("centre.simulate_too_many", data.Args{"most": mostGraduates})
	}
	return c, nil
}

// Room refuses a disk that cannot take what all schools send, and a wave of so many schools once more.
func (c *Country) Room(folder string, wave int) error {
	graduates, some := 0, 0
	for i, size := range c.sizes[:c.Schools] {
		graduates += size
		if i < wave {
			some += size
		}
	}
	const besides = 2000 // octets of somebody's record, in the messages and in the database
	return file.Room(folder, uint64(graduates+some)*uint64(c.Photo+c.Photo/secondScan+besides))
}

// inBlock schools that follow each other have together every part of the range of sizes, so that the
// first ten are much like all.
const inBlock = 10

func (c *Country) block(n int) (sizes []int) {
	r := rand.New(c.random("sizes", n))
	for _, part := range r.Perm(inBlock) {
		place := (float64(part) + r.Float64()) / inBlock
		size := middle * math.Exp(spread*math.Sqrt2*math.Erfinv(2*place-1))
		sizes = append(sizes, min(max(int(math.Round(size)), smallest), largest, c.Largest))
	}
	return sizes
}

// random gives the same octets for the same seed, thing and numbers.
func (c *Country) random(of string, numbers ...int) *rand.ChaCha8 {
	text := binary.BigEndian.AppendUint64([]byte("graduand country "+of+" "), c.Seed)
	for _, n := range numbers {
		text = binary.BigEndian.AppendUint64(text, uint64(n))
	}
	return rand.NewChaCha8(sha256.Sum256(text))
}

// School is one of them, before it has sent anything.
type School struct {
	Code, Name, District string
	Phone                string
	Surname, GivenName   string
	// Graduates is how many it sends, Fate what becomes of its first message.
	Graduates int
	Fate      Fate

	number int
	keys   *exchange.Identity
}

// inDistrict is how many schools have one district.
const inDistrict = 25

// School gives a school, with new keys.
func (c *Country) School(n int) (*School, error) {
	source := c.random("school", n)
	keys, err := exchange.NewIdentity(source)
	if err != nil {
		return nil, err
	}
	r := rand.New(source)
	s := &School{Code: fmt.Sprintf("school-%05d", n), Name: fmt.Sprintf("№ %d", n+1), District: fmt.Sprintf("№ %d", n/inDistrict+1), Phone: c.Campaign.Demo.Phone,
		Graduates: c.sizes[n], Fate: Fates[0], number: n, keys: keys}
	s.Surname, s.GivenName, _ = somebody(r, true)
	if r.IntN(100) < c.Bad {
		s.Fate = pick(r, Fates[1:])
	}
	return s, nil
}

// Fingerprint is that of the school's keys, as it stands on its covering sheet.
func (s *School) Fingerprint() string { return s.keys.Keys().Fingerprint() }

// photo gives the octets of a picture: they begin and end as those of a JPEG do, and between nothing
// can be compressed.
func (c *Country) photo(school, graduate, document int) ([]byte, error) {
	source := c.random("photo", school, graduate, document)
	size := c.Photo*3/4 + int(source.Uint64()%uint64(c.Photo/2+1))
	content := make([]byte, max(size, 8))
	if _, err := io.ReadFull(source, content); err != nil {
		return nil, fmt.Errorf("invent photo: %w", err)
	}
	copy(content, "\xff\xd8\xff\xe0")
	copy(content[len(content)-2:], "\xff\xd9")
	return content, nil
}
