package imaging

// Why a rule was not judged.
const (
	textNotOpened = "photo.not_opened"
	textNoEnding  = "photo.no_ending"
	textNoFace    = "photo.first_face"
	textTurned    = "photo.first_turn"
	textBlurred   = "photo.first_sharp"
	textGlasses   = "photo.first_glasses"
	textCovered   = "photo.first_uncover"
	textNoWay     = "photo.not_measured"
	textPDF       = "scan.is_pdf"
)

// sentences are the codes of what is said where a measure is below and above its bounds.
var sentences = map[Measure]struct{ below, above string }{
	ShortSide:     {below: "photo.few_pixels"},
	HeadPixels:    {below: "photo.head_few_pixels"},
	FaceTurned:    {above: "photo.turned"},
	FaceQuality:   {below: "photo.no_face"},
	FaceSecond:    {above: "photo.second_face"},
	HeadHeight:    {below: "photo.head_small", above: "photo.head_large"},
	HeadTop:       {below: "photo.hair_not_found"},
	HeadRoom:      {below: "photo.head_cut"},
	FaceCentre:    {below: "photo.left_of_centre", above: "photo.right_of_centre"},
	FaceRoll:      {above: "photo.head_tilted"},
	BackLight:     {below: "photo.background_dark"},
	BackChroma:    {above: "photo.background_coloured"},
	PlainReach:    {above: "photo.background_uneven"},
	PlainTexture:  {above: "photo.background_pattern"},
	PlainAlien:    {above: "photo.background_things"},
	PlainThings:   {above: "photo.background_things"},
	PlainShadow:   {above: "photo.background_shadow"},
	PlainContact:  {above: "photo.background_shadow"},
	PlainSides:    {above: "photo.background_uneven"},
	PlainFill:     {below: "photo.background_things"},
	ColourLeft:    {below: "photo.no_colours"},
	Blur:          {above: "photo.blurred"},
	EyePixels:     {below: "photo.face_few_pixels"},
	LightTogether: {below: "photo.too_dark"},
	FaceLight:     {below: "photo.too_dark", above: "photo.too_light"},
	FaceBurnt:     {above: "photo.burnt"},
	FaceClipped:   {above: "photo.burnt"},
	FaceShades:    {below: "photo.few_shades"},
	CheekLight:    {below: "photo.side_light"},
	EyesClosed:    {above: "photo.eyes_closed"},
	FrameEdges:    {above: "photo.glasses"},
	EyesDark:      {below: "photo.dark_glasses"},
	Smile:         {above: "photo.smile"},
	HairHeight:    {above: "photo.tall_hair"},
	ForeheadTint:  {above: "photo.headwear"},
	ForeheadLight: {above: "photo.headwear"},
	HairTint:      {above: "photo.cloth"},
	ClothAround:   {above: "photo.cloth_around"},
	MouthContrast: {below: "photo.covered"},
	NoseBeside:    {above: "photo.head_turned_aside"},
	MouthBeside:   {above: "photo.head_turned_aside"},
	TakenAge:      {below: "photo.from_the_future", above: "photo.old"},
}

// textOf is the code of the sentence of a finding: its own, or that of the measure that
// decided.
func textOf(f Finding) string {
	switch {
	case f.Text != "" || f.Verdict == Pass:
		return f.Text
	case f.Verdict == NotJudged:
		return textNoWay
	case f.Measured < f.Limit:
		return sentences[f.Measure].below
	}
	return sentences[f.Measure].above
}
