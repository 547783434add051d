package campaign

// PictureRule is the id of what a rule for pictures asks about, in words: people read no ids of
// rules. One that is not known stands for itself.
func PictureRule(rule string) string {
	if title, known := ruleTitles[rule]; known {
		return title
	}
	return rule
}

// ruleTitles are the ids of what each rule for pictures asks about.
var ruleTitles = map[string]string{
	"R01": "photo_screen.rule_opens",
	"R02": "photo_screen.rule_kind",
	"R03": "photo_screen.rule_size",
	"R04": "photo_screen.rule_pixels",
	"R05": "photo_screen.rule_one_picture",
	"R06": "photo_screen.rule_stored_colours",
	"M01": "photo_screen.rule_taken",
	"M02": "photo_screen.rule_program",
	"M03": "photo_screen.rule_upright",
	"F01": "photo_screen.rule_one_face",
	"F02": "photo_screen.rule_head",
	"F03": "photo_screen.rule_centred",
	"F04": "photo_screen.rule_tilt",
	"F05": "photo_screen.rule_white",
	"F06": "photo_screen.rule_plain",
	"F07": "photo_screen.rule_colour",
	"F08": "photo_screen.rule_sharp",
	"F09": "photo_screen.rule_exposure",
	"F10": "photo_screen.rule_even_light",
	"F11": "photo_screen.rule_eyes",
	"F12": "photo_screen.rule_glasses",
	"F13": "photo_screen.rule_neutral",
	"F14": "photo_screen.rule_bare_head",
	"F15": "photo_screen.rule_uncovered",
	"F16": "photo_screen.rule_straight",
	"P01": "photo_screen.rule_text_sharp",
	"P02": "photo_screen.rule_original",
	"P03": "photo_screen.rule_glare",
	"P04": "photo_screen.rule_side",
	"P05": "photo_screen.rule_document_pixels",
	"D01": "photo_screen.rule_twice",
}
