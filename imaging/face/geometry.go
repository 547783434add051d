package face

// Box is a rectangle in shares of the upright picture's width and height, from its upper left
// corner.
type Box struct{ Left, Top, Right, Bottom float64 }

// Geometry is where the parts of a portrait lie, for guides and for the crop: points in shares
// of the upright picture's width and height from its upper left corner, left and right as the
// picture shows them.
type Geometry struct {
	// Faces are the squares of all faces, the one that is judged first, and Quality how sure
	// that one is.
	Faces   []Box
	Quality float64
	// LeftPupil and RightPupil are the pupils, Eyes their distance in pixels of the picture.
	LeftPupil, RightPupil Point
	Eyes                  float64
	// Roll is by how many degrees the line of the eyes falls to the right.
	Roll                              float64
	LeftMouth, RightMouth, Nose, Chin Point
	// HairTop is where the hair ends above the middle of the face. Where it was not found,
	// the background being too unquiet or the head cut off, HairFound is false and HairTop lies
	// at the upper edge.
	HairTop   Point
	HairFound bool
}
