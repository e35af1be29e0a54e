package input

import "strings"

// A decoder makes a moment of fields.
type decoder struct {
	moment
	version    int
	order      order
	seen       parts
	pending    int32 // a unit that the next field is of
	noon, era  int32
	textMonth  bool
	isJulian   bool
	twoDigits  bool
	unsure     bool // a zone or word that not every server knows
	zoneWord   bool // a zone that servers know by default
	timeOnly   bool // no date is wanted
	unsureZone bool // a zone that is bad syntax to the other servers
}

// datetime reads a date with or without a time.
func (d *decoder) datetime(fields []field) fault {
	for _, one := range fields {
		var found parts
		var f fault
		switch one.kind {
		case dateField:
			found, f = d.dateOrZone(one.text)
		case timeField:
			if d.pending != 0 && d.pending != timeUnit {
				return badFormat
			}
			d.pending = 0
			found, f = timePart, d.clock(one.text)
			if f == none && d.overflows() {
				f = badField
			}
		case offsetField:
			found, f = zonePart, offset(one.text)
			if d.pending != 0 && d.version < 16 {
				f = unsure
			}
		case numberField:
			if d.pending != 0 {
				found, f = d.unitNumber(one.text, d.seen)
			} else {
				found, f = d.number(one.text)
			}
		default:
			found, f = d.word(one.text)
		}
		if f != none {
			return f
		}
		if found&d.seen != 0 {
			return badFormat
		}
		d.seen |= found
	}
	if d.pending != 0 && (d.version >= 16 || d.pending == timeUnit) {
		return badFormat
	}
	if d.special != 0 && d.version >= 16 {
		return none
	}
	if f := d.validate(); f != none || d.special != 0 {
		return f
	}
	if d.seen&datePart != datePart {
		return badFormat
	}
	if d.seen&modifierPart != 0 && d.seen&zonePart == 0 {
		return badFormat
	}
	return none
}

// oldUnit is a unit where none may stand; older versions take some.
func (d *decoder) oldUnit() fault {
	if d.version < 16 {
		return unsure
	}
	return badFormat
}

func (d *decoder) dateOrZone(text string) (parts, fault) {
	if d.pending == julianUnit {
		day, rest, over := cInt(text)
		if over || day < 0 {
			return 0, badField
		}
		d.setJulian(day)
		d.isJulian, d.pending = true, 0
		return datePart | timePart | zonePart, offset(rest)
	}
	if d.pending == 0 && d.seen&(monthPart|dayPart) != monthPart|dayPart {
		return d.date(text, d.seen)
	}
	if !isDigit(text[0]) && d.pending == 0 {
		return d.zoneName(text)
	}
	if d.pending != 0 && d.pending != timeUnit {
		return 0, badFormat
	}
	d.pending = 0
	return d.timeWithOffset(text, d.seen)
}

// timeWithOffset reads a time that has run together with its offset.
func (d *decoder) timeWithOffset(text string, seen parts) (parts, fault) {
	i := strings.IndexByte(text, '-')
	if seen&timePart != 0 || i < 0 {
		return 0, badFormat
	}
	if f := offset(text[i:]); f != none {
		return 0, f
	}
	found, f := d.concatenated(text[:i], seen)
	return found | zonePart, f
}

func (d *decoder) zoneName(text string) (parts, fault) {
	if !maybeZone(text) {
		return 0, badZone
	}
	d.zoned = true
	if plainZone.MatchString(text) {
		d.zoneWord = true
		return zonePart, none
	}
	d.unsure = true
	return zonePart, none
}

// unitNumber reads a number behind j or t.
func (d *decoder) unitNumber(text string, seen parts) (parts, fault) {
	value, rest, over := cInt(text)
	switch {
	case over:
		return 0, badField
	case rest != "" && rest[0] != '.':
		return 0, badFormat
	}
	unit := d.pending
	d.pending = 0
	switch unit {
	case julianUnit:
		if value < 0 {
			return 0, badField
		}
		d.setJulian(value)
		d.isJulian = true
		if rest == "" {
			return datePart, none
		}
		return datePart | timePart, d.fractionOf(rest)
	case timeUnit:
		found, f := d.concatenated(text, seen|datePart)
		if f == none && found != timePart {
			f = badFormat
		}
		return found, f
	}
	if d.version >= 16 || unit == otherUnit {
		return 0, badFormat
	}
	if d.timeOnly || unit == clockUnit || unit == monthUnitOfDate && seen&monthPart != 0 {
		return 0, unsure
	}
	if rest != "" {
		return 0, badFormat
	}
	switch unit {
	case yearUnit:
		d.year = value
		return yearPart, none
	case monthUnitOfDate:
		d.month = value
		return monthPart, none
	}
	d.day = value
	return dayPart, none
}

// fractionOf checks a fraction: a point, and digits to the end.
func (d *decoder) fractionOf(s string) fault {
	if s == "." && d.version < 16 {
		return unsure
	}
	if span(s[1:], isDigit) < len(s)-1 {
		return badFormat
	}
	return none
}

// setFraction reads the fraction of a second.
func (d *decoder) setFraction(s string) fault {
	f := d.fractionOf(s)
	d.fraction = 0
	scale := int64(100000)
	for i := 1; i < len(s) && isDigit(s[i]); i++ {
		if scale > 0 {
			d.fraction += int64(s[i]-'0') * scale
		} else if i == 7 && s[i] >= '5' {
			d.fraction++
		}
		scale /= 10
	}
	return f
}

func (d *decoder) number(text string) (parts, fault) {
	point := strings.IndexByte(text, '.')
	switch {
	case point >= 0 && d.seen&datePart == 0:
		return d.date(text, d.seen)
	case point > 2, len(text) >= 6 && (d.seen&datePart == 0 || d.seen&timePart == 0):
		return d.concatenated(text, d.seen)
	}
	return d.single(text, d.textMonth, d.seen)
}

// word reads a keyword or the name of a zone.
func (d *decoder) word(text string) (parts, fault) {
	w, ok := dateWords[truncate(text)]
	if !ok || text == "+infinity" && d.version < 16 {
		switch {
		case !isZoneWord(text):
			return 0, badFormat
		case !isDefaultZone(text):
			d.unsureZone = true
		default:
			d.zoneWord = true
		}
		d.zoned = true
		return zonePart, none
	}
	if isZoneWord(text) {
		d.unsure = true
	}
	switch w.class {
	case ignored:
		return 0, none
	case reserved:
		return d.reserved(int(w.value))
	case monthName:
		if d.timeOnly {
			return 0, badFormat
		}
		found := monthPart
		if d.seen&monthPart != 0 && !d.textMonth && d.seen&dayPart == 0 && d.month >= 1 && d.month <= 31 {
			d.day, found = d.month, dayPart
		}
		d.textMonth, d.month = true, w.value
		return found, none
	case weekday:
		if d.timeOnly {
			return 0, badFormat
		}
		return weekdayPart, none
	case noon:
		d.noon = w.value
		return noonPart, none
	case era:
		d.era = w.value
		return eraPart, none
	case summer:
		d.unsure = true // which zones it may follow is intricate
		return modifierPart | summerPart, none
	case isoTime:
		if !d.timeOnly && d.seen&datePart != datePart {
			return 0, badFormat
		}
	}
	if d.pending != 0 && d.version >= 16 {
		return 0, badFormat
	} else if d.pending != 0 && d.timeOnly {
		return 0, unsure
	}
	d.pending = w.value
	return 0, none
}

func (d *decoder) reserved(word int) (parts, fault) {
	switch {
	case word == zulu:
		d.hour, d.minute, d.second, d.zoned = 0, 0, 0, true
		return timePart | zonePart, none
	case d.timeOnly && word == now:
		d.current = true
		return timePart, none
	case d.timeOnly:
		return 0, badFormat
	case word == now:
		d.year, d.month, d.day, d.current, d.special = 2000, 1, 1, true, 0
		return datePart | timePart | zonePart, none
	case word == today:
		d.year, d.month, d.day, d.current, d.special = 2000, 1, 1, true, 0
		return datePart, none
	}
	d.special = word
	if d.version < 16 {
		return reservedPart, none
	}
	return datePart | timePart | zonePart, none
}

// date reads a date with punctuation in it.
func (d *decoder) date(text string, seen parts) (found parts, f fault) {
	var pieces []string
	for s := text; s != "" && len(pieces) < maxFields; {
		s = s[span(s, func(b byte) bool { return !isDigit(b) && !isAlpha(b) }):]
		if s == "" {
			return 0, badFormat
		}
		n := span(s, isDigit)
		if n == 0 {
			n = span(s, isAlpha)
		}
		pieces = append(pieces, s[:n])
		// A character is lost, which is a separator or, without one, a letter.
		s = s[min(n+1, len(s)):]
	}
	textMonth := false
	for i, piece := range pieces {
		if !isAlpha(piece[0]) {
			continue
		}
		w := dateWords[truncate(piece)]
		if w.class == ignored {
			continue
		}
		if w.class != monthName || seen&monthPart != 0 {
			return 0, badFormat
		}
		d.month, textMonth = w.value, true
		seen |= monthPart
		found |= monthPart
		pieces[i] = ""
	}
	for _, piece := range pieces {
		if piece == "" {
			continue
		}
		part, f := d.single(piece, textMonth, seen)
		if f != none {
			return 0, f
		}
		if part&seen != 0 {
			return 0, badFormat
		}
		seen |= part
		found |= part
	}
	if seen&^(yearDayPart|zonePart) != datePart {
		return 0, badFormat
	}
	return found, none
}

// single reads a number that is one field of a date.
func (d *decoder) single(text string, textMonth bool, seen parts) (parts, fault) {
	value, rest, over := cInt(text)
	switch {
	case over:
		return 0, badField
	case len(rest) == len(text):
		return 0, badFormat
	case strings.HasPrefix(rest, "."):
		if len(text)-len(rest) > 2 {
			return d.concatenated(text, seen|datePart)
		}
		if f := d.setFraction(rest); f != none {
			return 0, f
		}
	case rest != "":
		return 0, badFormat
	}
	if len(text) == 3 && seen&datePart == yearPart && value >= 1 && value <= 366 {
		d.yearDay = value
		return yearDayPart | monthPart | dayPart, none
	}
	long := len(text) >= 3 || d.order == yearFirst
	part := yearPart
	switch seen & datePart {
	case 0:
		if !long && d.order == dayFirst {
			part = dayPart
		} else if !long {
			part = monthPart
		}
	case yearPart, dayPart:
		part = monthPart
	case monthPart:
		if !textMonth || !long {
			part = dayPart
		}
	case yearPart | monthPart:
		part = dayPart
		if textMonth && len(text) >= 3 && d.twoDigits {
			d.day, d.year, d.twoDigits = d.year, value, false
			return dayPart, none
		}
	case monthPart | dayPart:
	case datePart:
		return d.concatenated(text, seen)
	default:
		return 0, badFormat
	}
	switch part {
	case yearPart:
		d.year, d.twoDigits = value, len(text) <= 2
	case monthPart:
		d.month = value
	case dayPart:
		d.day = value
	}
	return part, none
}

// concatenated reads digits that are a date or a time.
func (d *decoder) concatenated(text string, seen parts) (parts, fault) {
	wrapped := func(s string) int32 {
		v, _, _ := cInt64(s)
		return int32(v)
	}
	digits, fraction, ok := strings.Cut(text, ".")
	if ok {
		d.setFraction("." + fraction) // what follows digits is not looked at
	} else if n := len(digits); seen&datePart != datePart && n >= 6 {
		d.day, d.month, d.year = wrapped(digits[n-2:]), wrapped(digits[n-4:n-2]), wrapped(digits[:n-4])
		if n == 6 {
			d.twoDigits = true
		}
		return datePart, none
	}
	if seen&timePart == 0 && (len(digits) == 6 || len(digits) == 4) {
		d.hour, d.minute, d.second = wrapped(digits[:2]), wrapped(digits[2:4]), wrapped(digits[4:])
		return timePart, none
	}
	return 0, badFormat
}

// clock reads a time with colons.
func (d *decoder) clock(text string) fault {
	hour, minute, second, f := d.clockFields(text)
	switch {
	case f != none:
		return f
	case hour != int64(int32(hour)):
		return badField
	}
	d.hour, d.minute, d.second = int32(hour), minute, second
	return none
}

func (d *decoder) clockFields(text string) (hour int64, minute, second int32, f fault) {
	hour, rest, over := cInt64(text)
	if over || d.version < 15 && hour != int64(int32(hour)) {
		return 0, 0, 0, badField
	}
	if !strings.HasPrefix(rest, ":") {
		return 0, 0, 0, badFormat
	}
	if minute, rest, over = cInt(rest[1:]); over {
		return 0, 0, 0, badField
	}
	d.fraction = 0
	if strings.HasPrefix(rest, ".") {
		if f := d.setFraction(rest); f != none {
			return 0, 0, 0, f
		}
		if hour != int64(int32(hour)) {
			return 0, 0, 0, badField
		}
		hour, minute, second = 0, int32(hour), minute
	} else if strings.HasPrefix(rest, ":") {
		if second, rest, over = cInt(rest[1:]); over {
			return 0, 0, 0, badField
		}
		if strings.HasPrefix(rest, ".") {
			if f := d.setFraction(rest); f != none {
				return 0, 0, 0, f
			}
		} else if rest != "" {
			return 0, 0, 0, badFormat
		}
	} else if rest != "" {
		return 0, 0, 0, badFormat
	}
	if hour < 0 || minute < 0 || minute > 59 || second < 0 || second > 60 || d.fraction > 1000000 {
		return 0, 0, 0, badField
	}
	return hour, minute, second, none
}

// offset reads the offset of a time zone: +05:30.
func offset(text string) fault {
	if text == "" || text[0] != '+' && text[0] != '-' {
		return badFormat
	}
	hour, rest, over := cInt(text[1:])
	if over {
		return badOffset
	}
	var minute, second int32
	if strings.HasPrefix(rest, ":") {
		if minute, rest, over = cInt(rest[1:]); over {
			return badOffset
		}
		if strings.HasPrefix(rest, ":") {
			if second, rest, over = cInt(rest[1:]); over {
				return badOffset
			}
		}
	} else if rest == "" && len(text) > 3 {
		hour, minute = hour/100, hour%100
	}
	switch {
	case hour < 0 || hour > 15 || minute < 0 || minute > 59 || second < 0 || second > 59:
		return badOffset
	case rest != "":
		return badFormat
	}
	return none
}

// validate makes the year what it means and checks the fields of the date.
func (d *decoder) validate() fault {
	if d.seen&yearPart != 0 && !d.isJulian {
		switch {
		case d.era == bc:
			if d.year <= 0 {
				return badField
			}
			d.year = -(d.year - 1)
		case d.twoDigits:
			if d.year < 0 {
				return badField
			}
			if d.year < 70 {
				d.year += 2000
			} else if d.year < 100 {
				d.year += 1900
			}
		case d.year <= 0:
			return badField
		}
	}
	if d.seen&yearDayPart != 0 {
		d.setJulian(julianDay(d.year, 1, 1) + d.yearDay - 1)
	}
	if d.seen&monthPart != 0 && (d.month < 1 || d.month > 12) ||
		d.seen&dayPart != 0 && (d.day < 1 || d.day > 31) ||
		d.seen&datePart == datePart && d.day > daysOf(d.year, d.month) {
		return badField
	}
	switch {
	case d.noon != 0 && d.hour > 12:
		return badField
	case d.noon == am && d.hour == 12:
		d.hour = 0
	case d.noon == pm && d.hour != 12:
		d.hour += 12
	}
	return none
}

// time reads a time with or without a zone; a date may stand before it.
func (d *decoder) time(fields []field) fault {
	d.timeOnly = true
	for i, one := range fields {
		var found parts
		var f fault
		last := fields[len(fields)-1].kind
		switch one.kind {
		case dateField:
			switch {
			case i == 0 && len(fields) >= 2 && (last == dateField || fields[1].kind == timeField):
				found, f = d.date(one.text, d.seen)
			case isDigit(one.text[0]):
				found, f = d.timeWithOffset(one.text, d.seen|datePart)
				if d.seen&timePart != 0 {
					f = badFormat
				}
			default:
				found, f = d.zoneName(one.text)
			}
		case timeField:
			if d.pending != 0 && d.pending != timeUnit {
				return d.oldUnit()
			}
			d.pending = 0
			found, f = timePart, d.clock(one.text)
		case offsetField:
			found, f = zonePart, offset(one.text)
			if d.pending != 0 && d.version < 16 {
				f = unsure
			}
		case numberField:
			point := strings.IndexByte(one.text, '.')
			switch {
			case d.pending != 0:
				found, f = d.unitNumber(one.text, d.seen)
			case point >= 0 && i == 0 && len(fields) >= 2 && last == dateField:
				found, f = d.date(one.text, d.seen)
			case point > 2, point < 0 && len(one.text) > 4:
				found, f = d.concatenated(one.text, d.seen|datePart)
			case point >= 0:
				return badFormat
			default:
				found, f = d.single(one.text, false, d.seen|datePart)
			}
		default:
			found, f = d.word(one.text)
		}
		if f != none {
			return f
		}
		if found&d.seen != 0 {
			return badFormat
		}
		d.seen |= found
	}
	if d.pending != 0 {
		return d.oldUnit()
	}
	if f := d.validate(); f != none {
		return f
	}
	if d.overflows() {
		return badField
	}
	if d.seen&timePart == 0 {
		return badFormat
	}
	switch {
	case d.unsure || d.unsureZone || d.zoneWord:
		return unsure // a zone with summer time needs a date
	case d.seen&zonePart != 0:
		return none
	case d.seen&modifierPart != 0 || d.seen&datePart != 0 && d.seen&datePart != datePart:
		return badFormat
	}
	return none
}
