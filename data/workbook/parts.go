package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"net/url"
	"path"
	"strings"

	"graduand/data"
)

// parts are those of a workbook that is an archive. Only what is asked for is unpacked.
type parts struct {
	files    map[string]*zip.File
	repeated map[string]bool // names that stand more than once
	total    uint64          // bytes unpacked so far
}

func openParts(content []byte) (*parts, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, data.FailWith(err, "roster.damaged", nil)
	}
	if code := refusedZip(archive.File); code != "" {
		return nil, data.Fail(code, nil)
	}
	p := &parts{files: map[string]*zip.File{}, repeated: map[string]bool{}}
	for _, f := range archive.File {
		name := partName(f.Name)
		p.repeated[name] = p.files[name] != nil
		p.files[name] = f
	}
	return p, nil
}

// partName is a name as parts are compared: small letters, one kind of stroke.
func partName(name string) string { return strings.ToLower(strings.ReplaceAll(name, `\`, "/")) }

// open unpacks a part of at most so many bytes. The sizes of the directory can be
// trusted: reading more or less than declared is an error in archive/zip.
func (p *parts) open(name string, limit uint64) (io.ReadCloser, error) {
	f := p.files[name]
	if f == nil {
		return nil, data.Fail("roster.damaged", data.Args{"part": name})
	}
	p.total += f.UncompressedSize64
	packed := f.UncompressedSize64 > ratioFrom && f.UncompressedSize64 > maxRatio*f.CompressedSize64
	if f.UncompressedSize64 > limit || p.total > maxUnzip || packed || p.repeated[name] {
		return nil, data.Fail("roster.suspicious", data.Args{"part": name})
	}
	if f.Flags&1 != 0 {
		return nil, data.Fail("roster.encrypted", nil)
	}
	r, err := f.Open()
	if err != nil {
		return nil, data.FailWith(err, "roster.damaged", data.Args{"part": name})
	}
	return r, nil
}

// size is how many bytes a part says that it has, 0 for none such.
func (p *parts) size(name string) uint64 {
	if f := p.files[name]; f != nil {
		return f.UncompressedSize64
	}
	return 0
}

// each tells the events of a part, down to its end.
func (p *parts) each(ctx context.Context, name, root string, limit uint64, tell func(*events, xml.Token) error) error {
	r, err := p.open(name, limit)
	if err != nil {
		return err
	}
	defer r.Close()
	return newEvents(ctx, name, root, r).each(tell)
}

// relation is what a part says of another one.
type relation struct{ kind, target string }

// relations are those of a part by their ids, those of the archive for "". A part without
// any has none.
func (p *parts) relations(ctx context.Context, of string) (map[string]relation, error) {
	found := map[string]relation{}
	folder, base := path.Split(of)
	name := folder + "_rels/" + base + ".rels"
	if p.files[name] == nil {
		return found, nil
	}
	err := p.each(ctx, name, "Relationships", maxOtherPart, func(e *events, token xml.Token) error {
		if t, is := token.(xml.StartElement); is && e.depth == 2 && t.Name.Local == "Relationship" && attribute(t, "TargetMode") != "External" {
			kind := attribute(t, "Type")
			found[attribute(t, "Id")] = relation{kind[strings.LastIndexByte(kind, '/')+1:], p.resolved(folder, attribute(t, "Target"))}
		}
		return nil
	})
	return found, err
}

// resolved is the name of the part that a target means, seen from a folder.
func (p *parts) resolved(folder, target string) string {
	name := partName(target)
	if !strings.HasPrefix(name, "/") {
		name = "/" + folder + name
	}
	name = strings.TrimPrefix(path.Clean(name), "/")
	if plain, err := url.PathUnescape(name); err == nil && p.files[name] == nil {
		return plain
	}
	return name
}

// related is the target of the first relation of a kind, "" for none.
func related(relations map[string]relation, kind string) string {
	target := ""
	for _, r := range relations {
		if r.kind == kind && (target == "" || r.target < target) {
			target = r.target
		}
	}
	return target
}
