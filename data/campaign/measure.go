package campaign

// PictureMeasure is the id of what a measure of a picture is, with its unit, in words; share says that
// people are told it in parts of a hundred. "" for one that says nothing to them, as whether the end of
// the hair was found.
func PictureMeasure(measure string) (id string, share bool) {
	m := measures[measure]
	return m.id, m.share
}

// measures are what each measure of imaging is. What has no unit that people know is in points.
var measures = map[string]struct {
	id    string
	share bool
}{
	"R04.short_side": {"photo_screen.measure_short_side", false},
	"R04.head":       {"photo_screen.measure_head_pixels", false},
	"M01.age":        {"photo_screen.measure_age", false},
	"M03.turned":     {"photo_screen.measure_sure", false},
	"F01.quality":    {"photo_screen.measure_sure", false},
	"F01.second":     {"photo_screen.measure_second", false},
	"P04.front":      {"photo_screen.measure_sure", false},
	"P04.back":       {"photo_screen.measure_sure", false},
	"P04.share":      {"photo_screen.measure_face_share", true},
	"F02.head":       {"photo_screen.measure_head", true},
	"F02.room":       {"photo_screen.measure_room", false},
	"F03.centre":     {"photo_screen.measure_centre", true},
	"F04.roll":       {"photo_screen.measure_roll", false},
	"F05.light":      {"photo_screen.measure_back_light", false},
	"F05.chroma":     {"photo_screen.measure_back_colour", false},
	"F06.reach":      {"photo_screen.measure_back_reach", false},
	"F06.alien":      {"photo_screen.measure_back_alien", true},
	"F06.things":     {"photo_screen.measure_back_things", true},
	"F06.shadow":     {"photo_screen.measure_back_shadow", true},
	"F06.contact":    {"photo_screen.measure_back_contact", false},
	"F06.sides":      {"photo_screen.measure_back_sides", false},
	"F06.texture":    {"photo_screen.measure_back_texture", false},
	"F06.fill":       {"photo_screen.measure_back_fill", true},
	"F07.left":       {"photo_screen.measure_colour", false},
	"P02.left":       {"photo_screen.measure_colour", false},
	"F08.blur":       {"photo_screen.measure_blur", true},
	"P01.blur":       {"photo_screen.measure_blur", true},
	"F08.eyes":       {"photo_screen.measure_eye_pixels", false},
	"F09.together":   {"photo_screen.measure_light_together", true},
	"F09.light":      {"photo_screen.measure_face_light", true},
	"F09.burnt":      {"photo_screen.measure_burnt", true},
	"F09.clipped":    {"photo_screen.measure_burnt", true},
	"F09.shades":     {"photo_screen.measure_shades", false},
	"F10.cheeks":     {"photo_screen.measure_cheeks", true},
	"F11.closed":     {"photo_screen.measure_closed", false},
	"F12.edges":      {"photo_screen.measure_frame", false},
	"F12.dark":       {"photo_screen.measure_eyes_light", true},
	"F13.smile":      {"photo_screen.measure_smile", false},
	"F14.hair":       {"photo_screen.measure_hair", false},
	"F14.tint":       {"photo_screen.measure_headwear", false},
	"F14.light":      {"photo_screen.measure_headwear", false},
	"F14.cloth":      {"photo_screen.measure_headwear", false},
	"F14.around":     {"photo_screen.measure_headwear", false},
	"F15.contrast":   {"photo_screen.measure_mouth", false},
	"F16.nose":       {"photo_screen.measure_aside", true},
	"F16.mouth":      {"photo_screen.measure_aside", true},
	"P03.glare":      {"photo_screen.measure_glare", true},
	"P03.light":      {"photo_screen.measure_paper_light", false},
	"P05.long":       {"photo_screen.measure_long_side", false},
}
