package form_test

import (
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/imaging/imagingtest"
)

// KG-029, KG-058: a picture that nobody has judged is judged before the form is finished.
func TestAFormIsNotFinishedWithAPictureThatNobodyJudged(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	grey := imagingtest.Somebody()
	grey.Grey = true
	desktest.Attach(t, r, id, "face_photo", grey.JPEG(t))
	desktest.Forget(t, r, id)
	desktest.WantCode(t, "finish", r.Form.Finish(desktest.Ctx, id), "form.unfinished")
}
