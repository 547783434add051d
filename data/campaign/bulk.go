package campaign

// KitBulk is how much paper the kit of a person is, as far as the campaign tells: a sheet for
// each document, as the program prints them, and the photos that are glued on the person's way.
func (c *Campaign) KitBulk(p *Person) (KitBulk, error) {
	kit, err := c.Kit(p)
	if err != nil {
		return KitBulk{}, err
	}
	bulk := KitBulk{Sheets: len(kit)}
	if route := c.Route(p.Route); route != nil && route.Photos == PhotosGlued {
		bulk.Photos = c.Photo.Copies
	}
	return bulk, nil
}
