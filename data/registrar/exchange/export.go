package exchange

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/file"
	"graduand/data/registry"
)

// Order says what is exported, and where to.
type Order struct {
	// To is a folder, such as a flash drive, or the name of a file.
	To string
	// Only are the ids of those who are sent now; everybody of whom there is something when empty. Who
	// is named here is sent though the centre has rejected the very same.
	Only []string
	// Anew sends everybody once more on a branch of its own, as after a restore: a message was lost on
	// its way, and the centre waits for it.
	Anew bool
}

// Sent is what an export has written.
type Sent struct {
	Paths    []string
	Messages []data.Message
}

// Export writes what [Desk.Outgoing] says into a folder: one message, or several where photos and
// scans are more than one may carry, each whole persons. Each is written under another name, read
// back, opened and checked; then, in one moment, it comes into its place and is noted with everybody
// who is in it. Where the program is stopped between the two, nobody knows whether the file has gone: the
// next export removes it and sends everybody on a branch of its own. Those that were written before a
// failure stay, and Sent names them. Progress counts persons and may be nil.
//
// Refusals: exchange.not_enrolled; exchange.nothing_new; exchange.does_not_go for somebody in Only of
// whom nothing can be sent; exchange.all_first where Only parts the first message on a new branch;
// exchange.older_program where a newer program has written the last message, since the centre would
// refuse this one; registry.no_room, registry.no_folder; exchange.file_there for the name of a file that is there.
func (d *Desk) Export(ctx context.Context, order Order, progress func(done, total int)) (Sent, error) {
	e, err := registry.Read(d.registry, registry.RightPrintFinal, func(v *registry.View) (*export, error) { return newExport(ctx, v, order) })
	if err != nil {
		return Sent{}, err
	}
	e.desk, e.progress = d, progress
	if err := file.Room(e.folder, e.needed()); err != nil {
		return Sent{}, err
	}
	var sent Sent
	for _, parcel := range e.parcels {
		m, path, err := e.write(ctx, parcel)
		if err != nil {
			return sent, err
		}
		sent.Paths, sent.Messages = append(sent.Paths, path), append(sent.Messages, m)
	}
	return sent, nil
}

// export is one export under way.
type export struct {
	*correspondence
	desk     *Desk
	progress func(done, total int)
	// folder is where the files go, name what the first is called, "" for a name of ours.
	folder, name string
	parcels      [][]sending
	done, total  int
	// what every message says, and where new keys come from.
	campaign string
	revision int
	school   data.School
	random   io.Reader
	// kept are the keys as the registry had them before the message that is written.
	kept *registry.Enrolled
}

func newExport(ctx context.Context, v *registry.View, order Order) (*export, error) {
	c, err := mustBeEnrolled(v)
	if err != nil {
		return nil, err
	}
	if c.last != nil && data.OlderVersion(registry.Program, c.last.Program) {
		return nil, data.Fail("exchange.older_program", data.Args{"version": c.last.Program, "value": registry.Program})
	}
	if order.Anew {
		c.begin()
	}
	all, err := c.outgoing(ctx, v, order.Only)
	if err != nil {
		return nil, err
	}
	chosen, err := choose(c, v, all, order.Only)
	if err != nil {
		return nil, err
	}
	e := &export{correspondence: c, folder: order.To, parcels: parcelsOf(chosen), total: len(chosen),
		campaign: v.Campaign().ID, revision: v.Campaign().Revision, school: v.School(), random: v.Random()}
	if c.interrupted {
		forsake(c.Writing)
	}
	if info, err := os.Stat(order.To); err != nil || !info.IsDir() {
		e.folder, e.name = filepath.Split(order.To)
		e.folder = cmp.Or(e.folder, ".")
		if taken(order.To) {
			return nil, data.Fail("exchange.file_there", data.Args{"file": order.To})
		}
	}
	return e, nil
}

// choose are those who are sent now.
func choose(c *correspondence, v *registry.View, all []sending, only []string) (chosen []sending, err error) {
	wanted := map[string]bool{}
	for _, id := range only {
		if _, err := v.Find(id); err != nil {
			return nil, err
		}
		wanted[id] = true
	}
	for i := range all {
		s := &all[i]
		switch {
		case len(only) > 0 && !wanted[s.Graduate.ID] && s.Action != "" && c.last == nil && s.Sent != nil:
			return nil, data.Fail("exchange.all_first", nil)
		case len(only) > 0 && !wanted[s.Graduate.ID]:
			continue
		case s.Action != "":
			chosen = append(chosen, *s)
			delete(wanted, s.Graduate.ID)
		}
	}
	for id := range wanted {
		g, err := v.Find(id)
		if err != nil {
			return nil, err
		}
		return nil, data.Fail("exchange.does_not_go", data.Args{"name": g.FullName()})
	}
	if len(chosen) == 0 {
		return nil, data.Fail("exchange.nothing_new", nil)
	}
	return chosen, nil
}

// mostFiles bounds the photos and scans of one message, well below what a reader takes.
const mostFiles = 10_000

// parcelsOf parts people into messages: whole persons, and no more photos and scans than one may
// carry. A file that two have goes once.
func parcelsOf(all []sending) (parcels [][]sending) {
	sum, files, there := int64(0), 0, map[string]bool{}
	for i := range all {
		own, count := all[i].besides(there)
		if i == 0 || sum+own > exchange.MaximumFiles || files+count > mostFiles {
			parcels, sum, files, there = append(parcels, nil), 0, 0, map[string]bool{}
			own, count = all[i].besides(there)
		}
		last := len(parcels) - 1
		parcels[last], sum, files = append(parcels[last], all[i]), sum+own, files+count
		for _, f := range all[i].files {
			there[f.sha256] = true
		}
	}
	return parcels
}

// besides are the octets and the number of the files of somebody that are not there already.
func (s *sending) besides(there map[string]bool) (sum int64, count int) {
	for _, f := range s.files {
		if !there[f.sha256] {
			sum, count = sum+f.octets, count+1
		}
	}
	return sum, count
}

// needed are the octets that the messages take at the most, with what a drive needs beside them.
func (e *export) needed() uint64 {
	sum := int64(0)
	for _, parcel := range e.parcels {
		sum += 1 << 20
		for i := range parcel {
			sum += octets(parcel[i].files) + 2*int64(len(parcel[i].record.Text()))
		}
	}
	return uint64(sum + sum/500)
}

// path is where the file of a message goes: under a name that nothing there has. What it says is for
// people; no reader asks it.
func (e *export) path(m *exchange.Message) string {
	name := strings.TrimSuffix(e.name, exchange.Ending)
	if name == "" {
		name = fmt.Sprintf("%s-%s-%s-%04d", m.Type, m.Campaign, m.School, m.Sequence)
	}
	path := filepath.Join(e.folder, data.FileName(name, exchange.Ending))
	for n := 2; taken(path); n++ {
		path = filepath.Join(e.folder, data.FileName(fmt.Sprintf("%s-%d", name, n), exchange.Ending))
	}
	return path
}

func taken(path string) bool {
	_, err := os.Lstat(path)
	return err == nil || !errors.Is(err, os.ErrNotExist)
}

// write writes one message, reads it back, and brings it into its place and into the history.
func (e *export) write(ctx context.Context, parcel []sending) (data.Message, string, error) {
	m, files, err := e.compose(ctx, parcel)
	if err != nil {
		return data.Message{}, "", err
	}
	path, hash := e.path(m), ""
	mirror, err := exchange.NewIdentity(e.random)
	if err != nil {
		return data.Message{}, "", err
	}
	staged, err := file.StageBy(path, func(w io.Writer) (err error) {
		hash, err = exchange.Write(cancelled{ctx, w}, m, files, e.own(), exchange.Seal{Recipients: []string{e.centre().Recipient, mirror.Keys().Recipient}})
		return err
	})
	if err != nil {
		return data.Message{}, "", err
	}
	passed, err := e.readBack(staged, mirror, m, hash)
	if err == nil {
		err = e.announce(ctx, staged, passed)
	}
	if err != nil {
		return data.Message{}, "", errors.Join(err, staged.Discard())
	}
	return passed, path, e.commit(ctx, staged, parcel, passed)
}
