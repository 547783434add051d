package pick

import (
	"image"
	"path/filepath"
	"slices"
	"strings"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// pickerPicture is the side of a picture in the dialog for files, in device-independent pixels at
// the usual size of letters, and mostPicker how many pixels it has at most.
const (
	pickerPicture = 48
	mostPicker    = 96
)

// isPicture says that a file with this ending may be seen small. Scans that are PDF are not drawn:
// that takes too long to do it in passing.
func isPicture(ending string) bool { return slices.Contains(frame.Pictures, strings.ToLower(ending)) }

// picture lets rows have room for pictures, and those of pictures show theirs.
func (d *dialog) picture(rows []widgets.Row) {
	if d.table.Pictures == 0 {
		return
	}
	for _, row := range rows {
		path := row.Key
		row.Cells[0].Picture = func() image.Image { return d.thumbs.Of(path) }
	}
}

// onSight makes the small pictures of the files in sight.
func (d *dialog) onSight() {
	if d.table.Pictures == 0 {
		return
	}
	var wanted []frame.Thumb
	pixels := min(int(pickerPicture*frame.ThumbSharp*d.window.Scale()), mostPicker)
	for _, path := range d.table.InSight() {
		if isPicture(filepath.Ext(path)) {
			wanted = append(wanted, frame.Thumb{Name: path, Row: path, Make: frame.SmallFile(path, pixels)})
		}
	}
	d.thumbs.Want(wanted)
}
