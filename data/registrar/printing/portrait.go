package printing

import (
	"context"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/picture"
	"graduand/data/registry"
)

// portraits gives the photo of each as it is printed: the part that was chosen, else all of it.
// Each is read by itself while the document is drawn: a large one takes its time, and not all of
// them are held in memory.
func (d *Desk) portraits(ctx context.Context) func(*data.Graduate) (papers.Portrait, error) {
	c := d.registry.Campaign()
	return func(g *data.Graduate) (papers.Portrait, error) {
		file := g.Get(c.FaceField())
		content, err := registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]byte, error) { return v.Attachment(ctx, g, file) })
		if err != nil {
			return papers.Portrait{}, err
		}
		p, err := picture.Print(content, g.Pictures[file], c.Photo.WidthMM, c.Photo.HeightMM)
		return papers.Portrait{JPEG: p.JPEG, Width: p.Width, Height: p.Height}, err
	}
}
