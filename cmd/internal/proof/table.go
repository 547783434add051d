package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"graduand/data/prooftest"
)

// The table stands in the README between these.
const tableBegins, tableEnds = "<!-- proof -->\n", "<!-- /proof -->\n"

// tell prints the table and keeps it, in the README too where all lines were run whole with this seed; it
// says whether all that was asked for holds.
func (p *proof) tell(asked []line) (bool, error) {
	seeds, err := p.seeds()
	if err != nil {
		return false, err
	}
	table, err := p.table(lines(), seeds)
	if err != nil {
		return false, err
	}
	fmt.Println(table)
	if err := os.WriteFile(filepath.Join(p.folder, "table.md"), []byte(table), 0o644); err != nil {
		return false, fmt.Errorf("keep table: %w", err)
	}
	holds, err := p.hold(asked)
	if err != nil || len(asked) < len(lines()) {
		return holds, err
	}
	return holds, putTable(p.readme, table)
}

// hold says whether these lines were run whole and are true.
func (p *proof) hold(asked []line) (bool, error) {
	all := true
	for _, l := range asked {
		o, err := p.outcome(p.seed, l)
		if err != nil {
			return false, err
		}
		all = all && (o.skipped || o.whole && o.failed == 0 && len(o.missed) == 0)
	}
	return all, nil
}

// table is what came of all lines, in Markdown: the figures of the first seed, the verdicts of each.
func (p *proof) table(all []line, seeds []uint64) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "Commit %s%s, %s, on %s; seeds %s.\n\n", p.commit, p.earlier(all, seeds), time.Now().Format(time.DateOnly), machine(), strings.Trim(fmt.Sprint(seeds), "[]"))
	chapter := ""
	for len(all) > 0 {
		n := together(all)
		row := all[:n]
		if l := row[0]; l.chapter != chapter {
			chapter = l.chapter
			fmt.Fprintf(&b, "\n| %s | came of it | holds | asked | `make proof ONLY=` |\n|---|---|---|---|---|\n", chapter)
		}
		if err := p.putRow(&b, row, seeds); err != nil {
			return "", err
		}
		all = all[n:]
	}
	return strings.Replace(b.String(), "\n\n\n", "\n\n", 1), nil
}

// earlier says from which other commits a result comes, what they prove being the same, and whether anything was
// not committed.
func (p *proof) earlier(all []line, seeds []uint64) string {
	var commits []string
	for _, l := range all {
		for _, seed := range seeds {
			for at := range max(l.shares, 1) {
				r := p.read(seed, l, at)
				if r == nil {
					continue
				}
				name := r.Commit + map[bool]string{true: " with changes"}[r.Changed]
				if name != p.commit && !slices.Contains(commits, name) {
					commits = append(commits, name)
				}
			}
		}
	}
	if len(commits) == 0 {
		return ""
	}
	return " (some of it at " + strings.Join(commits, ", ") + ", which has the same of what was tried)"
}

// together is how many of the first lines stand in one row.
func together(all []line) int {
	n := 1
	for n < len(all) && all[0].joined != "" && all[n].joined == all[0].joined {
		n++
	}
	return n
}

// putRow writes the row of one line, or of some that are joined.
func (p *proof) putRow(b *strings.Builder, row []line, seeds []uint64) error {
	figures, verdict, err := p.cells(row, seeds)
	if err != nil {
		return err
	}
	tried, asked, id := row[0].tried, strings.Join(row[0].holds, ", "), row[0].id
	if len(row) > 1 {
		tried, asked = row[0].joined, "each of them"
		id, _, _ = strings.Cut(id, "-")
	}
	fmt.Fprintf(b, "| %s | %s | %s | %s | `%s` |\n", tried, figures, verdict, asked, id)
	return nil
}

// cells are the figures with the first seed that has any, and the verdicts of all seeds.
func (p *proof) cells(row []line, seeds []uint64) (figures, verdict string, err error) {
	var verdicts []string
	for _, seed := range seeds {
		whole := outcome{figures: prooftest.Figures{"lines": float64(len(row))}, whole: true}
		for _, l := range row {
			o, err := p.outcome(seed, l)
			if err != nil {
				return "", "", err
			}
			whole.add(o)
		}
		if figures == "" && len(whole.figures) > 1 {
			figures = row[0].words(whole.figures)
		}
		verdicts = append(verdicts, whole.verdict(row[0]))
	}
	return figures, strings.Join(verdicts, "; "), nil
}

// add joins what came of another line.
func (o *outcome) add(other outcome) {
	o.figures.Add(other.figures)
	o.whole, o.skipped, o.failed = o.whole && other.whole, o.skipped || other.skipped, o.failed+other.failed
	o.missed, o.seconds = append(o.missed, other.missed...), o.seconds+other.seconds
}

// verdict says whether it holds.
func (o outcome) verdict(l line) string {
	switch {
	case o.skipped:
		return l.without
	case o.failed > 0:
		return "**no**: " + strings.Join(append([]string{fmt.Sprintf("%d failed", o.failed)}, o.missed...), ", ")
	case !o.whole:
		return "not run whole"
	case len(o.missed) > 0:
		return "**no**: " + strings.Join(o.missed, ", ")
	}
	return "yes"
}

// putTable replaces the table in a file.
func putTable(path, table string) error {
	content, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("put table into %s: %w", path, err)
	}
	before, rest, begins := bytes.Cut(content, []byte(tableBegins))
	_, after, ends := bytes.Cut(rest, []byte(tableEnds))
	if !begins || !ends {
		return fmt.Errorf("put table into %s: it has no place for it", path)
	}
	whole := bytes.Join([][]byte{before, []byte(tableBegins), []byte(table), []byte(tableEnds), after}, nil)
	if err := os.WriteFile(path, whole, 0o644); err != nil {
		return fmt.Errorf("put table into %s: %w", path, err)
	}
	return nil
}

// machine is what it ran on: processor, cores, memory, system.
func machine() string {
	return fmt.Sprintf("%d × %s, %s of memory, %s, %s", runtime.NumCPU(), after("/proc/cpuinfo", "model name"), memory(), after("/etc/os-release", "PRETTY_NAME"), runtime.Version())
}

// memory is how much the machine has, in whole GB.
func memory() string {
	kilobytes := 0
	if _, err := fmt.Sscan(after("/proc/meminfo", "MemTotal"), &kilobytes); err != nil {
		return "an unknown amount"
	}
	return fmt.Sprintf("%d GB", (kilobytes+1<<19)>>20)
}

// after is what stands behind a word at the beginning of a line of a file.
func after(path, word string) string {
	content, err := os.ReadFile(path)
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(content)) {
		if rest, is := strings.CutPrefix(line, word); is {
			return strings.Trim(strings.TrimSpace(rest), `:= "`)
		}
	}
	return "unknown"
}
