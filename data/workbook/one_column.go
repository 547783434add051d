package workbook

func divided(s Sheet) Sheet { return s }
