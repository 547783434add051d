package main

import (
	"crypto/rand"
	"fmt"
	"io"
	random "math/rand/v2"
	"os"
	"sync"

	"graduand/data/registrar"
)

type demoCommand struct {
	Dir       string `arg:"" help:"A folder that is absent or empty."`
	Campaign  string `default:"${demo}" help:"Id of a built-in campaign, or a campaign file (.toml)."`
	Graduates int    `help:"How many graduates (default: as the campaign says)."`
	Seed      uint64 `default:"1" help:"Another seed makes other people."`
	Season    bool   `help:"Play the whole season, from the roster to the certificates that are handed over."`
	Until     string `help:"Play the season to this day." placeholder:"DATE"`
	Pictures  bool   `default:"true" negatable:"" help:"Photos and cards of the first graduates whom the campaign asks for them, attached and in the folder photos."`
}

func (c *demoCommand) Run(s *session) error {
	campaign, err := readCampaign(c.Campaign)
	if err != nil {
		return err
	}
	until, err := registrar.ReadDay(c.Until, registrar.DayOf(s.now()))
	if err != nil {
		return err
	}
	defer repeatable(c.Seed, campaign.ID)()
	made, err := registrar.Demo(s.ctx, c.Dir, registrar.DemoOptions{Campaign: campaign, Graduates: c.Graduates, Seed: c.Seed,
		WithoutPictures: !c.Pictures, Season: c.Season || until != "", Until: until})
	if err != nil {
		return err
	}
	if s.lang == "" {
		s.lang = campaign.Language
	}
	s.note("demo.made", map[string]any{"folder": c.Dir, "count": made.Graduates, "school": made.School})
	s.note("demo.sign_in", map[string]any{"phone": campaign.Demo.Phone, "head": campaign.Demo.HeadPhone, "password": registrar.DemoPassword})
	s.note("demo.centre", map[string]any{"code": made.Code, "password": made.Password})
	for _, file := range made.Files {
		s.stdout.Write([]byte(oneLine(c.Dir+string(os.PathSeparator)+file) + "\n"))
	}
	return nil
}

// repeatable makes the same secrets of the same seed until it is undone. age takes its randomness from
// crypto/rand alone; this process does nothing but make an invented school, whose keys are to be had by
// everybody, so here it may be another one.
func repeatable(seed uint64, campaign string) (undo func()) {
	earnest := rand.Reader
	var key [32]byte
	copy(key[:], fmt.Sprint(seed, " ", campaign))
	rand.Reader = &shared{from: random.NewChaCha8(key)}
	return func() { rand.Reader = earnest }
}

// shared is a source of randomness for many at once.
type shared struct {
	mutex sync.Mutex
	from  io.Reader
}

func (s *shared) Read(p []byte) (int, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.from.Read(p)
}
