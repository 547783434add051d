// Proof is «make proof»: it runs what is too long for every check, and writes one table of it. What was run
// of the same with the same seed is not run again: it goes on where it was interrupted.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
)

// lines are all lines of the table, in its order.
func lines() []line { return slices.Concat(durable, hostile, secret, quick) }

func main() {
	p := &proof{}
	only := flag.String("only", "", "the lines to run, by their ids with commas; all of them without")
	flag.Uint64Var(&p.seed, "seed", 1, "where chance begins")
	flag.StringVar(&p.folder, "folder", "build/proof", "where results are kept")
	flag.StringVar(&p.readme, "readme", "README.md", "where the table goes when all of it was run")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	all, err := p.do(ctx, strings.FieldsFunc(*only, func(r rune) bool { return r == ',' }))
	if err != nil {
		fmt.Fprintln(os.Stderr, "proof:", err)
		os.Exit(1)
	}
	if !all {
		os.Exit(1)
	}
}

// do runs what is asked for, all of it where nothing is, and says whether all of that holds.
func (p *proof) do(ctx context.Context, only []string) (bool, error) {
	asked, err := choose(lines(), only)
	if err != nil {
		return false, err
	}
	if err := p.know(ctx); err != nil {
		return false, err
	}
	if err := p.run(ctx, asked); err != nil {
		return false, err
	}
	return p.tell(asked)
}

// choose are the lines of those ids, or whose ids begin with one and a hyphen.
func choose(all []line, ids []string) ([]line, error) {
	if len(ids) == 0 {
		return all, nil
	}
	var chosen []line
	for _, id := range ids {
		before := len(chosen)
		for _, l := range all {
			if l.id == id || strings.HasPrefix(l.id, id+"-") {
				chosen = append(chosen, l)
			}
		}
		if len(chosen) == before {
			return nil, fmt.Errorf("find line %q: there is none of that id", id)
		}
	}
	return chosen, nil
}
