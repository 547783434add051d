package frametest

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
)

func Kinds(t testing.TB, w *frame.Window) []string {
	t.Helper()
	events, err := w.Registrar().History(Ctx, registrar.HistoryFilter{})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range events {
		all = append(all, e.Kind)
	}
	return all
}

// ToWhom is to whom the last file of a kind went, as the history holds it.
func ToWhom(t testing.TB, w *frame.Window, kind string) string {
	t.Helper()
	events, err := w.Registrar().History(Ctx, registrar.HistoryFilter{Kind: kind})
	if err != nil || len(events) == 0 {
		t.Fatalf("%d events %s: %v", len(events), kind, err)
	}
	return events[len(events)-1].To
}

func ReadFile(t testing.TB, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// WriteFile writes words into a file of this name.
func WriteFile(t testing.TB, name, words string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func IsThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// PhotoFile writes a picture of this size, which differs with its shade.
func PhotoFile(t testing.TB, width, height int, shade uint8) string {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, width, height))
	for x := range width {
		m.SetGray(x, height/2, color.Gray{shade})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "photo.jpg")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func GraduateOf(t testing.TB, w *frame.Window, id string) *data.Graduate {
	t.Helper()
	row, err := w.Registrar().Table.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	return row.Graduate
}

func Stored(t testing.TB, w *frame.Window, id, field string) string {
	t.Helper()
	row, err := w.Registrar().Table.Find(id)
	if err != nil {
		t.Fatal(err)
	}
	return row.Graduate.Get(field)
}

func FirstGraduate(t testing.TB, w *frame.Window) registrar.Row {
	t.Helper()
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil || len(rows) == 0 {
		t.Fatalf("no graduates: %v", err)
	}
	return rows[0]
}

func ChangeField(t testing.TB, w *frame.Window, id, field, value string) {
	t.Helper()
	if _, err := w.Registrar().Table.Change(Ctx, id, []registrar.Assign{{Field: field, Value: value}}); err != nil {
		t.Fatal(err)
	}
}

func IdsOf(t testing.TB, w *frame.Window) []string {
	t.Helper()
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, r := range rows {
		ids = append(ids, r.Graduate.ID)
	}
	return ids
}

// PasswordOf makes an access and reads its password off the workbook, as a person does.
func PasswordOf(t testing.TB, r *registrar.Registrar, id string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "accesses.xlsx")
	if _, err := r.Access.Create(Ctx, []string{id}, nil); err != nil {
		t.Fatal(err)
	}
	if err := r.Access.SaveWorkbook(Ctx, path, []string{id}); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := r.Roster.Preview(Ctx, "accesses.xlsx", content)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range file.Sheets[0].Lines {
		for _, cell := range line.Cells {
			if len(cell) == 14 && strings.Count(cell, "-") == 2 {
				return cell
			}
		}
	}
	t.Fatal("there is no password in the workbook")
	return ""
}

// ValuesOf are the values of a field of all who are shown, in their order.
func ValuesOf(t testing.TB, w *frame.Window, field string) []string {
	t.Helper()
	var all []string
	for _, id := range IdsOf(t, w) {
		all = append(all, Stored(t, w, id, field))
	}
	return all
}

// pictures of a test are as many different ones as there are sides.
func TestPicture(t testing.TB, side int) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, 600+side, 800))); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "picture.png")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// AddGraduate adds one with these values and shows the list.
func AddGraduate(t testing.TB, w *frame.Window, values ...string) (id string) {
	t.Helper()
	var all []registrar.Assign
	for i := 0; i < len(values); i += 2 {
		all = append(all, registrar.Assign{Field: values[i], Value: values[i+1]})
	}
	id, err := w.Registrar().Table.Add(Ctx, all, false)
	if err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Graduates})
	return id
}
