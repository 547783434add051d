package printing

import (
	"context"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/picture"
	"graduand/data/registry"
)

// showPictures lets a source give the photos and scans that stand in documents: of a portrait the
// part that was chosen, else all of it. Each is read by itself while the document is drawn: a large
// one takes its time, and not all of them are held in memory.
func (d *Desk) showPictures(ctx context.Context, s *papers.Source) {
	p := d.registry.Campaign().Photo
	s.Portrait = func(g *data.Graduate) (papers.Portrait, error) {
		return d.portrait(ctx, g, papers.Size{Width: p.WidthMM, Height: p.HeightMM}, picture.Print)
	}
	s.Small = func(g *data.Graduate, room papers.Size) (papers.Portrait, error) {
		return d.portrait(ctx, g, room, picture.Look)
	}
	s.Scan = func(g *data.Graduate, file string, document, room papers.Size) (papers.Scanned, error) {
		return d.scan(ctx, g, file, document, room)
	}
}

// portrait is the photo of somebody as it is made for so much room.
func (d *Desk) portrait(ctx context.Context, g *data.Graduate, room papers.Size, made func([]byte, data.Picture, float64, float64) (picture.Printed, error)) (papers.Portrait, error) {
	file := g.Get(d.registry.Campaign().FaceField())
	content, err := d.attached(ctx, g, file)
	if err != nil {
		return papers.Portrait{}, err
	}
	p, err := made(content, g.Pictures[file], room.Width, room.Height)
	return papers.Portrait{JPEG: p.JPEG, Width: p.Width, Height: p.Height}, err
}

// scan is a file as it is printed on a copy.
func (d *Desk) scan(ctx context.Context, g *data.Graduate, file string, document, room papers.Size) (papers.Scanned, error) {
	content, err := d.attached(ctx, g, file)
	if err != nil {
		return papers.Scanned{}, err
	}
	copies, pages, err := picture.Copies(ctx, content, g.Pictures[file].Turn, picture.Size(document), picture.Size(room), papers.MostCopied)
	scanned := papers.Scanned{Pages: pages}
	for _, c := range copies {
		scanned.Sides = append(scanned.Sides, papers.Side{Picture: papers.Portrait{JPEG: c.JPEG, Width: c.Width, Height: c.Height}, Fitted: c.Fitted})
	}
	return scanned, err
}

func (d *Desk) attached(ctx context.Context, g *data.Graduate, file string) ([]byte, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]byte, error) { return v.Attachment(ctx, g, file) })
}
