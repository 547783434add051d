package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

// proof is one going through lines.
type proof struct {
	seed           uint64
	folder, readme string
	tree           tree
	commit         string
	// programs are the tests that were built, by package and way of building.
	programs map[string]string
	building sync.Mutex
	// done and all count shares, for the line that tells how far it is.
	done, all int
	counting  sync.Mutex
}

// know finds out what is proved.
func (p *proof) know(ctx context.Context) error {
	p.programs = map[string]string{}
	if err := os.MkdirAll(filepath.Join(p.folder, "programs"), 0o755); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	commit, err := said(ctx, "git", "rev-parse", "--short=10", "HEAD")
	if err != nil {
		return err
	}
	p.commit = strings.TrimSpace(commit)
	p.tree, err = look(ctx, lines())
	return err
}

// share is a part of a line, which is run at once.
type share struct {
	line
	at int
}

// run goes through the shares that are not there yet: as many at once as there are cores, and behind them one
// after the other those that measure time.
func (p *proof) run(ctx context.Context, asked []line) error {
	var together, alone []share
	for _, l := range asked {
		for at := range max(l.shares, 1) {
			if p.read(p.seed, l, at) != nil {
				continue
			}
			if l.alone {
				alone = append(alone, share{l, at})
			} else {
				together = append(together, share{l, at})
			}
		}
	}
	p.all = len(together) + len(alone)
	if err := p.inTurn(ctx, together, runtime.NumCPU()); err != nil {
		return err
	}
	return p.inTurn(ctx, alone, 1)
}

// inTurn runs shares, so many at once; a failure of the runner itself ends it, one of a share does not.
func (p *proof) inTurn(ctx context.Context, shares []share, atOnce int) error {
	queue := make(chan share)
	failed := make(chan error, atOnce)
	var workers sync.WaitGroup
	for range atOnce {
		workers.Go(func() {
			for s := range queue {
				if err := p.runShare(ctx, s); err != nil {
					failed <- err
					return
				}
			}
		})
	}
	err := feed(queue, shares, failed)
	close(queue)
	workers.Wait()
	if err == nil {
		select {
		case err = <-failed:
		default:
		}
	}
	return err
}

// feed gives shares out until one cannot be run.
func feed(queue chan<- share, shares []share, failed <-chan error) error {
	for _, s := range shares {
		select {
		case queue <- s:
		case err := <-failed:
			return err
		}
	}
	return nil
}
