package input

import (
	"math"
	"strconv"
	"strings"
)

const (
	second = int64(1000000) // in microseconds
	minute = 60 * second
	hour   = 60 * minute
	day    = 24 * hour
)

// A measure is what Postgres keeps of an interval separately.
type measure int

const (
	inTime measure = iota
	inDays
	inMonths
	inYears
	nowhere // a unit that intervals do not have
)

// An intervalUnit may stand once.
type intervalUnit struct {
	bit     parts
	measure measure
	scale   int64
}

const (
	secondBits = parts(1<<10 | 1<<11 | 1<<12)
	timeBits   = secondBits | 1<<13 | 1<<14
)

// unitOf knows the units by the first ten letters of their names.
func unitOf(word string) (intervalUnit, bool) {
	switch truncate(word) {
	case "us", "usec", "usecs", "useconds", "microsecon":
		return intervalUnit{1 << 10, inTime, 1}, true
	case "ms", "msec", "msecs", "mseconds", "millisecon":
		return intervalUnit{1 << 11, inTime, 1000}, true
	case "s", "sec", "secs", "second", "seconds":
		return intervalUnit{1 << 12, inTime, second}, true
	case "m", "min", "mins", "minute", "minutes":
		return intervalUnit{1 << 13, inTime, minute}, true
	case "h", "hr", "hrs", "hour", "hours":
		return intervalUnit{1 << 14, inTime, hour}, true
	case "d", "day", "days":
		return dayUnit, true
	case "w", "week", "weeks":
		return intervalUnit{1 << 1, inDays, 7}, true
	case "mon", "mons", "month", "months":
		return monthUnit, true
	case "y", "yr", "yrs", "year", "years":
		return intervalUnit{1 << 3, inYears, 1}, true
	case "dec", "decs", "decade", "decades":
		return intervalUnit{1 << 4, inYears, 10}, true
	case "c", "cent", "century", "centuries":
		return intervalUnit{1 << 5, inYears, 100}, true
	case "mil", "mils", "millennia", "millennium":
		return intervalUnit{1 << 6, inYears, 1000}, true
	case "qtr", "quarter", "timezone", "timezone_h", "timezone_m":
		return intervalUnit{0, nowhere, 0}, true
	}
	return intervalUnit{}, false
}

var (
	dayUnit    = intervalUnit{1 << 0, inDays, 1}
	monthUnit  = intervalUnit{1 << 2, inMonths, 1}
	secondUnit = intervalUnit{1 << 12, inTime, second}
)

// A span of time. Versions before 15 had less room in between, and did not
// notice each overflow.
type duration struct {
	version             int
	microseconds        int64
	days, months, years int64
	overflow            bool
}

// add adds a number of units. A fraction goes to the next smaller measure.
func (d *duration) add(value int64, fraction float64, unit intervalUnit) {
	switch unit.measure {
	case inTime:
		d.addTime(value, unit.scale)
		d.addFraction(fraction, unit.scale)
	case inDays:
		d.addInt32(&d.days, value, unit.scale)
		if unit.scale == 1 {
			d.addFraction(fraction, day)
		} else {
			d.addDays(fraction, unit.scale)
		}
	case inMonths:
		d.addInt32(&d.months, value, 1)
		d.addDays(fraction, 30)
	case inYears:
		d.addInt32(&d.years, value, unit.scale)
		d.addInt32(&d.months, int64(math.RoundToEven(fraction*float64(unit.scale)*12)), 1)
	}
}

func (d *duration) addInt32(sum *int64, value, scale int64) {
	if value != int64(int32(value)) || value*scale != int64(int32(value*scale)) || *sum+value*scale != int64(int32(*sum+value*scale)) {
		d.overflow = true
		return
	}
	*sum += value * scale
}

func (d *duration) addTime(value, scale int64) {
	product := value * scale
	if value != 0 && product/value != scale || (d.microseconds+product > d.microseconds) != (product > 0) && product != 0 {
		d.overflow = true
		return
	}
	d.microseconds += product
}

func (d *duration) addFraction(fraction float64, scale int64) {
	d.addTime(int64(math.RoundToEven(fraction*float64(scale))), 1)
}

func (d *duration) addDays(fraction float64, scale int64) {
	whole, rest := math.Modf(fraction * float64(scale))
	d.addInt32(&d.days, int64(whole), 1)
	d.addFraction(rest, day)
}

func (c checker) interval(text string, mods []string) *Mistake {
	for _, mod := range mods {
		if _, err := strconv.Atoi(strings.TrimSpace(mod)); err != nil {
			*c.doubt = true
			return nil // SECOND and the like change what numbers mean
		}
	}
	d := duration{version: c.version}
	fields, f := split(text, 256)
	if f == none {
		f = d.fields(fields)
	}
	if f == badFormat {
		d = duration{version: c.version}
		f = d.iso(text)
	}
	if f == none && d.overflow {
		f = badField
	}
	if f == unsure || c.version < 15 && d.overflow {
		*c.doubt = true
		return nil
	}
	if f == badField {
		f = badInterval
	}
	if f != none {
		return f.mistake("interval", text)
	}
	if months := d.years*12 + d.months; months != int64(int32(months)) {
		return &Mistake{"22008", "interval out of range"}
	}
	return nil
}

// fields reads an interval from its end, for units follow their numbers.
func (d *duration) fields(fields []field) fault {
	var seen parts
	var unit *intervalUnit // of the next number
	waits := false         // a unit that no number has yet
	ago := false
	for i := len(fields) - 1; i >= 0; i-- {
		one := fields[i]
		var found parts
		switch one.kind {
		case wordField, signedField:
			if waits && d.version >= 17 {
				return badFormat
			}
			if one.text == "ago" {
				if i != len(fields)-1 && d.version >= 17 {
					return badFormat
				}
				ago = true
				unit = nil
				if d.version < 17 {
					unit = &secondUnit
				}
				continue
			}
			if u, ok := unitOf(one.text); ok {
				unit, waits = &u, true
				continue
			}
			w, ok := dateWords[truncate(one.text)]
			switch {
			case ok && d.version < 17:
				return badFormat
			case w.class == ignored:
				return unsure
			case w.class != reserved || w.value != infinity && w.value != minusInfinity || i != len(fields)-1:
				return badFormat
			}
			found = ^parts(0)
			unit = nil
		case timeField:
			found = timeBits
			if f := d.clock(one.text, 1); f != none {
				return f
			}
			unit, waits = &dayUnit, false
		case offsetField:
			if strings.Contains(one.text[1:], ":") {
				sign := int64(1)
				if one.text[0] == '-' {
					sign = -1
				}
				if d.clock(one.text[1:], sign) == none {
					found = timeBits
					unit, waits = &dayUnit, false
					break
				}
			}
			fallthrough
		default:
			if unit == nil {
				unit = &secondUnit
			}
			bits, next, f := d.number(one.text, *unit)
			if f != none {
				return f
			}
			found, unit, waits = bits, &next, false
		}
		if found&seen != 0 {
			return badFormat
		}
		seen |= found
	}
	switch {
	case seen == 0:
		return badFormat
	case waits && d.version >= 17:
		return badFormat
	case ago && (d.microseconds == math.MinInt64 || d.days == math.MinInt32 || d.months == math.MinInt32 || d.years == math.MinInt32):
		return badField
	case ago:
		d.months, d.years = -d.months, -d.years
	}
	return none
}

// clock reads hours, minutes and seconds.
func (d *duration) clock(text string, sign int64) fault {
	read := decoder{version: d.version}
	h, m, s, f := read.clockFields(text)
	if f != none {
		return f
	}
	sum := duration{microseconds: read.fraction}
	sum.addTime(h, hour)
	sum.addTime(int64(m), minute)
	sum.addTime(int64(s), second)
	if sum.overflow {
		return badField
	}
	d.microseconds = sum.microseconds * sign
	return none
}

// number reads a number of a unit; years-months are one too. It returns the
// unit of the number before it.
func (d *duration) number(text string, unit intervalUnit) (parts, intervalUnit, fault) {
	value, rest, over := cInt64(text)
	if over || d.version < 15 && value != int64(int32(value)) {
		return 0, unit, badField
	}
	fraction := 0.0
	switch {
	case rest == "":
	case rest[0] == '-':
		months, rest, over := cInt(rest[1:])
		switch {
		case over || months < 0 || months >= 12:
			return 0, unit, badField
		case rest != "":
			return 0, unit, badFormat
		case value > math.MaxInt64/12-12 || value < math.MinInt64/12+12:
			return 0, unit, badField
		}
		unit = monthUnit
		if text[0] == '-' {
			months = -months
		}
		value = value*12 + int64(months)
	case rest[0] == '.':
		if rest == "." {
			if d.version < 16 {
				return 0, unit, unsure
			}
			break
		}
		var err error
		if fraction, err = strconv.ParseFloat(rest, 64); err != nil || span(rest[1:], isDigit) < len(rest)-1 {
			return 0, unit, badFormat
		}
		if text[0] == '-' {
			fraction = -fraction
		}
	default:
		return 0, unit, badFormat
	}
	if unit.measure == nowhere {
		return 0, unit, badFormat
	}
	before := d.overflow
	d.add(value, fraction, unit)
	if d.overflow && !before {
		if d.version < 15 {
			return 0, unit, unsure
		}
		return 0, unit, badField
	}
	bits := unit.bit
	if bits == secondUnit.bit && fraction != 0 {
		bits = secondBits
	}
	if bits == 1<<14 {
		unit = dayUnit
	}
	return bits, unit, none
}

// iso reads an interval of ISO 8601: P1Y2M3DT4H5M6S or P0001-02-03T04:05:06.
func (d *duration) iso(s string) fault {
	if len(s) < 2 || s[0] != 'P' {
		return badFormat
	}
	s = s[1:]
	inDate, have := true, false
	for s != "" {
		if s[0] == 'T' {
			inDate, have = false, false
			s = s[1:]
			continue
		}
		start := s
		value, fraction, f := d.isoNumber(&s)
		if f != none {
			return f
		}
		designator := at(s, 0)
		if s != "" {
			s = s[1:]
		}
		width := span(strings.TrimPrefix(start, "-"), isDigit)
		units := "YMWD"
		if !inDate {
			units = "HMS"
		}
		if i := strings.IndexByte(units, designator); designator != 0 && i >= 0 {
			names := []string{"y", "mon", "w", "d"}
			if !inDate {
				names = []string{"h", "m", "s"}
			}
			d.addNamed(value, fraction, names[i])
			have = true
			continue
		}
		basic := !have && (inDate && width == 8 || !inDate && width == 6)
		switch {
		case inDate && (designator == 0 || designator == 'T') && basic:
			d.addNamed(value/10000, 0, "y")
			d.addNamed(value/100%100, 0, "mon")
			d.addNamed(value%100, fraction, "d")
			if designator == 0 {
				return none
			}
			inDate, have = false, false
			continue
		case !inDate && designator == 0 && basic:
			d.addNamed(value/10000, 0, "h")
			d.addNamed(value/100%100, 0, "m")
			d.addNamed(value%100, fraction, "s")
			return none
		case have, inDate && designator != 0 && designator != 'T' && designator != '-', !inDate && designator != 0 && designator != ':':
			return badFormat
		}
		names, separator := []string{"y", "mon", "d"}, byte('-')
		if !inDate {
			names, separator = []string{"h", "m", "s"}, ':'
		}
		d.addNamed(value, fraction, names[0])
		if designator == 0 {
			return none
		}
		if designator == 'T' {
			inDate, have = false, false
			continue
		}
		for i, name := range names[1:] {
			value, fraction, f := d.isoNumber(&s)
			if f != none {
				return f
			}
			d.addNamed(value, fraction, name)
			if s == "" {
				return none
			}
			if inDate && s[0] == 'T' {
				break
			}
			if i == 1 || s[0] != separator {
				return badFormat
			}
			s = s[1:]
		}
		inDate, have = false, false
		s = strings.TrimPrefix(s, "T")
	}
	return none
}

func (d *duration) addNamed(value int64, fraction float64, unit string) {
	u, _ := unitOf(unit)
	d.add(value, fraction, u)
}

func (d *duration) isoNumber(s *string) (value int64, fraction float64, f fault) {
	if b := at(*s, 0); !isDigit(b) && b != '-' && b != '.' {
		return 0, 0, badFormat
	}
	n, ok := floatPrefix(*s, 64)
	if n == 0 || !ok {
		return 0, 0, badFormat
	}
	number, err := strconv.ParseFloat((*s)[:n], 64)
	if err != nil {
		return 0, 0, unsure // a form that C alone reads
	}
	limit := 1e15
	if d.version < 15 {
		limit = math.MaxInt32
	}
	if math.IsNaN(number) || number < -limit || number > limit {
		return 0, 0, badField
	}
	*s = (*s)[n:]
	whole, rest := math.Modf(number)
	return int64(whole), rest, none
}
