package hostile_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image/jpeg"
	"image/png"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/mutatedtest"
	"graduand/data/picture"
	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/imaging/imagingtest"
	"graduand/imaging/mrz"
	"graduand/imaging/mrz/mrztest"
	"graduand/imaging/pdf/pdftest"
)

func TestMain(m *testing.M) {
	pdftest.KeepCompiled()
	m.Run()
}

// told is what a phone writes into a photo: that it is turned, by which program and when it was made.
func told() []byte {
	const program, made = "Snapseed 2.0\x00", "2021:01:20 10:11:12\x00"
	b := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x03")
	entry := func(tag, kind uint16, count uint32, value ...byte) {
		b = binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(b, tag), kind), count)
		b = append(b, value...)
	}
	entry(0x112, 3, 1, 0, 6, 0, 0)
	entry(0x131, 2, uint32(len(program)), 0, 0, 0, 50)
	entry(0x9003, 2, uint32(len(made)), 0, 0, 0, byte(50+len(program)))
	return append(append(append(b, 0, 0, 0, 0), program...), made...)
}

// withTold is a photo with that in it.
func withTold(photo []byte) []byte {
	b := append(bytes.Clone(photo[:2]), 0xff, 0xe1)
	b = append(binary.BigEndian.AppendUint16(b, uint16(len(told())+2)), told()...)
	return append(b, photo[2:]...)
}

// card is the back of an identity card, as small as its zone can be read.
func card(t testing.TB) []byte {
	p := mrztest.Somebody(5)
	lines := mrz.Card(mrz.Zone{Surname: p.Surname, GivenNames: p.Given, Country: p.Country, Nationality: p.Country, DocumentNumber: p.Number,
		BirthDate: p.Birth, ExpiryDate: p.Expiry, Sex: p.Sex, Optional: p.Optional})
	var b bytes.Buffer
	desktest.Must(jpeg.Encode(&b, mrztest.Scene{Width: 360, Height: 228, Share: 0.98, Seed: 5}.Draw(mrztest.Real(), lines), &jpeg.Options{Quality: 95}))
	return b.Bytes()
}

// sight is a file that shows something, as what it is judged, and how often of a hundred.
type sight struct {
	content []byte
	kind    string
	often   int
}

// sights are small pictures and scans of each kind that people hand in; small, so that many can be judged.
func sights(t testing.TB) []sight {
	p := imagingtest.Somebody()
	p.Width, p.Height, p.EyeDistance = 120, 160, 27
	portrait := imagingtest.JPEG(t, p.Draw())
	p.Width, p.Height, p.EyeDistance = 48, 64, 11
	var lossless bytes.Buffer
	desktest.Must(png.Encode(&lossless, p.Draw()))
	return []sight{
		{withTold(portrait), campaign.PictureFace, 38},
		{lossless.Bytes(), campaign.PictureFace, 30},
		{withTold(desktest.Picture(t, 3)), campaign.PictureScan, 20},
		{[]byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), campaign.PictureFace, 5},
		{card(t), campaign.PicturePassport, 6},
		{pdftest.Written(pdftest.Sheet, pdftest.Sheet), campaign.PictureScan, 1},
	}
}

// chosen is one of them by chance.
func chosen(m *mutatedtest.Mutator, all []sight) sight {
	for {
		for _, s := range all {
			if m.IntN(100) < s.often {
				return s
			}
		}
	}
}

// inPictures are what may stand in a picture: markers of JPEG, chunks of PNG, words of PDF.
var inPictures = []string{"\xff\xd8\xff", "\xff\xd9", "\xff\xda", "\xff\xc0\x00\x11\x08", "\xff\xc2\x00\x11\x08", "\xff\xc4", "\xff\xdb", "\xff\xdd\x00\x04\x00\x01", "\xff\xe1", "\xff\xee\x00\x0eAdobe", "\xff\xff", "\x00\x00", "\x7f\xff\xff\xff", "Exif\x00\x00", "II*\x00", "MM\x00*",
	"IHDR", "IDAT", "PLTE", "tRNS", "IEND", "acTL", "http://ns.adobe.com/xap/1.0/\x00", "exif:DateTimeOriginal=\"2021\"", "ftypavif", "RIFF\x00\x00\x00\x00WEBPVP8X", "GIF89a", "BM", "%PDF-1.7", "endobj", "/Encrypt", "/Count 99999", "/MediaBox [0 0 1e9 1e9]", "<<", ">>", "startxref\n0"}

// whole gives the chunks of a PNG their checksums again, so that more of it is read.
func whole(content []byte) []byte {
	content = bytes.Clone(content)
	for at := 8; at+12 <= len(content); {
		length := int(binary.BigEndian.Uint32(content[at:]))
		end := at + 8 + length
		if length < 0 || end+4 > len(content) {
			break
		}
		binary.BigEndian.PutUint32(content[end:], crc32.ChecksumIEEE(content[at+4:end]))
		at = end + 4
	}
	return content
}

// spoiltSight spoils a file; of a PNG the checksums mostly agree.
func spoiltSight(m *mutatedtest.Mutator, s sight) []byte {
	if len(s.content) > 2000 && m.IntN(3) > 0 {
		// What a picture says of itself stands at its head.
		head := 200 + m.IntN(600)
		return append(m.Octets(s.content[:head], inPictures), s.content[head:]...)
	}
	content := m.Octets(s.content, inPictures)
	if bytes.HasPrefix(content, []byte("\x89PNG")) && m.IntN(4) > 0 {
		return whole(content)
	}
	return content
}

// F-05 KG-047: pictures and scans go through the whole judge of their campaign, with the zone of a document.
// What is refused at once is a refusal; whatever else is found is said as clearly.
func TestSpoiltPictures(t *testing.T) {
	var campaigns []*campaign.Campaign
	for _, id := range []string{"ort-2021", "zno-2020"} {
		c, err := registrar.Campaign(id, nil)
		desktest.Must(err)
		campaigns = append(campaigns, c)
	}
	all, m := sights(t), mutatedtest.New(prooftest.Seed(t))
	x := guarded(t)
	zones := 0
	for i := range prooftest.Times(t, 150) {
		s := chosen(m, all)
		content := spoiltSight(m, s)
		if i == 0 {
			s, content = all[4], all[4].content // one is whole, lest nothing be read of any
		}
		x.Read(content, func() error {
			q := photo.Question{Kind: s.kind, Name: "a.jpg", Reference: "2021-02-15"}
			if s.kind == campaign.PicturePassport {
				q.Side = "back"
			}
			judged, zone := photo.JudgeFile(campaigns[i%2], content, q, "2021-02-15")
			if zone != nil {
				zones++
			}
			for _, f := range judged.Findings {
				if fault := mutatedtest.Fault(data.Fail(f.Text, f.Args), content, i); f.Verdict != data.PicturePass && f.Verdict != data.PictureNotJudged && fault != "" {
					x.Ill(content, "%s: %s", f.Rule, fault)
				}
			}
			return picture.Refused(judged)
		})
	}
	x.End()
	if zones == 0 {
		t.Error("no zone is read of any")
	}
	t.Logf("%d zones are read", zones)
}
