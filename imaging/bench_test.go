package imaging_test

import (
	"bytes"
	"image/jpeg"
	"testing"
	"time"

	"graduand/data/cputest"
	"graduand/imaging"
	"graduand/imaging/imagingtest"
)

// phonePhoto is a photo of 12 megapixels and about 2 MB.
func phonePhoto(tb testing.TB) []byte {
	tb.Helper()
	large := imagingtest.Enlarged(imagingtest.Somebody().Draw(), 3024, 4032)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, large, &jpeg.Options{Quality: 86}); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// decodingAndJudging is the processor's time that a bare decoding and a judgement take.
func decodingAndJudging(tb testing.TB, content []byte, p *imaging.Profile) (decoding, judging time.Duration) {
	decoding = cputest.Took(tb, func() {
		if _, err := jpeg.Decode(bytes.NewReader(content)); err != nil {
			tb.Fatal(err)
		}
	})
	judging = cputest.Took(tb, func() {
		if j := imaging.Judge(content, imaging.Question{Kind: imaging.Face}, p); j.Portrait == nil || j.Width != 3024 {
			tb.Fatal("not judged")
		}
	})
	return decoding, judging
}

// A photo of 12 megapixels is loaded and judged in at most 2.5 times the time of its bare
// decoding.
func TestJudgingTakesLittleMoreThanDecoding(t *testing.T) {
	content, profile := phonePhoto(t), imagingtest.Profile()
	var decoding, judging time.Duration
	for range 4 {
		d, j := decodingAndJudging(t, content, profile)
		decoding, judging = decoding+d, judging+j
	}
	if judging.Seconds() > 2.5*decoding.Seconds() {
		t.Errorf("%v beside %v", judging, decoding)
	}
}

func BenchmarkJudge12Megapixels(b *testing.B) {
	content, profile := phonePhoto(b), imagingtest.Profile()
	var decoding, judging time.Duration
	for b.Loop() {
		d, j := decodingAndJudging(b, content, profile)
		decoding, judging = decoding+d, judging+j
	}
	b.ReportMetric(float64(len(content))/1e6, "MB")
	b.ReportMetric(float64(judging)/float64(decoding), "decodings")
	b.ReportMetric(judging.Seconds()/float64(b.N)*1000, "ms/judgement")
}

// Most photos that schools have.
func BenchmarkJudgePortrait(b *testing.B) {
	content, profile := imagingtest.Somebody().JPEG(b), imagingtest.Profile()
	for b.Loop() {
		imaging.Judge(content, imaging.Question{Kind: imaging.Face}, profile)
	}
}
