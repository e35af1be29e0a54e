package input

import (
	"math"
	"strings"
)

// A fault is why a date or time cannot be read.
type fault int

const (
	none        fault = iota
	badFormat         // 22007
	badField          // 22008
	badInterval       // 22015
	badOffset         // 22009
	badZone           // 22023
	unsure            // it may be taken: what follows cannot be known
)

func (f fault) mistake(sqlType, text string) *Mistake {
	switch f {
	case badFormat:
		return &Mistake{"22007", "invalid input syntax for type " + sqlType + `: "` + text + `"`}
	case badField:
		return &Mistake{"22008", `date/time field value out of range: "` + text + `"`}
	case badInterval:
		return &Mistake{"22015", `interval field value out of range: "` + text + `"`}
	case badOffset:
		return &Mistake{"22009", `time zone displacement out of range: "` + text + `"`}
	case badZone:
		return &Mistake{badParameter, `time zone in "` + text + `" not recognized`}
	}
	return nil
}

// The names of types as SQL writes them.
var datetimeNames = map[string]string{
	"date": "date", "time": "time", "timetz": "time with time zone",
	"timestamp": "timestamp", "timestamptz": "timestamp with time zone",
}

// datetime checks a date or time. DateStyle decides the order of day, month
// and year, and no order is known here: a text is refused if all refuse it.
func (c checker) datetime(text, name string) *Mistake {
	var m *Mistake
	taken := false
	for _, order := range []order{yearFirst, dayFirst, monthFirst} {
		mistake, moment := c.moment(text, name, order)
		if mistake == nil {
			taken = true
		}
		if moment.unsure {
			*c.doubt = true
		}
		if m != nil && (mistake == nil || mistake.SQLState != m.SQLState) {
			*c.doubt = true
		}
		m = mistake
	}
	if taken {
		*c.doubt = *c.doubt || m != nil
		return nil
	}
	return m
}

// moment reads a date or time in one order.
func (c checker) moment(text, name string, order order) (*Mistake, moment) {
	buffer := 128 + 1
	if strings.HasPrefix(name, "timestamp") {
		buffer = 128 + 25
	}
	fields, f := split(text, buffer)
	d := decoder{version: c.version, order: order}
	if f == none {
		if strings.HasPrefix(name, "timestamp") || name == "date" {
			f = d.datetime(fields)
		} else {
			f = d.time(fields)
		}
	}
	// An alphabetic name that is no zone is bad syntax as well; for other
	// mistakes it matters which comes first.
	if f == unsure || f != none && (d.unsure || d.unsureZone && f != badFormat) {
		return nil, moment{unsure: true}
	}
	if f != none {
		return f.mistake(datetimeNames[name], text), moment{}
	}
	d.moment.unsure = d.unsure
	switch name {
	case "date":
		return d.dateRange(text), d.moment
	case "timestamp", "timestamptz":
		return d.timestampRange(text, name), d.moment
	}
	return nil, d.moment
}

// The days that types can hold, as Julian days.
const (
	firstDay          = 0
	endOfDates        = 2147483494
	endOfTimestamps   = 109203528
	microsecondsInDay = 86400 * 1000000
)

func (m *moment) dateRange(text string) *Mistake {
	if m.special != 0 || m.unsure {
		return nil
	}
	if !m.isJulian() || m.julian() < firstDay || m.julian() >= endOfDates {
		return &Mistake{"22008", `date out of range: "` + text + `"`}
	}
	return nil
}

func (m *moment) timestampRange(text, name string) *Mistake {
	if m.special != 0 || m.unsure {
		return nil
	}
	bad := &Mistake{"22008", `timestamp out of range: "` + text + `"`}
	if !m.isJulian() {
		return bad
	}
	slack := int64(0)
	if name == "timestamptz" {
		slack = 1 // the offset of the session's time zone
	}
	day := int64(m.julian()) + m.microseconds()/microsecondsInDay
	if day < firstDay-slack || day >= endOfTimestamps+slack {
		return bad
	}
	return nil
}

// An order is that of DateStyle.
type order int

const (
	monthFirst order = iota
	dayFirst
	yearFirst
)

// A moment is what is read of a date and time.
type moment struct {
	year, month, day, yearDay int32
	hour, minute, second      int32
	fraction                  int64 // microseconds
	special                   int   // infinity and epoch, of which the rest is not set
	current                   bool  // it depends on the clock
	unsure                    bool
	zoned                     bool // with a time zone
}

func (m *moment) microseconds() int64 {
	return (int64(m.hour)*3600+int64(m.minute)*60+int64(m.second))*1000000 + m.fraction
}

func (m *moment) overflows() bool {
	return m.hour < 0 || m.hour > 24 || m.minute < 0 || m.minute > 59 || m.second < 0 || m.second > 60 ||
		m.fraction < 0 || m.fraction > 1000000 || m.microseconds() > microsecondsInDay
}

// isJulian reports whether the date has a Julian day that fits.
func (m *moment) isJulian() bool {
	return (m.year > -4713 || m.year == -4713 && m.month >= 11) &&
		(m.year < 5874898 || m.year == 5874898 && m.month < 6)
}

func (m *moment) julian() int32 { return julianDay(m.year, m.month, m.day) }

// julianDay counts days since 4714 BC. Where it overflows, it wraps.
func julianDay(year, month, day int32) int32 {
	if month > 2 {
		month++
		year += 4800
	} else {
		month += 13
		year += 4799
	}
	century := year / 100
	return year*365 - 32167 + year/4 - century + century/4 + 7834*month/256 + day
}

// setJulian sets the date to a Julian day.
func (m *moment) setJulian(day int32) {
	j := uint32(day) + 32044
	quad := j / 146097
	extra := (j-quad*146097)*4 + 3
	j += 60 + quad*3 + extra/146097
	quad = j / 1461
	j -= quad * 1461
	year := int32(j * 4 / 1461)
	if year != 0 {
		j = (j+305)%365 + 123
	} else {
		j = (j+306)%366 + 123
	}
	m.year = year + int32(quad*4) - 4800
	quad = j * 2141 / 65536
	m.day = int32(j - 7834*quad/256)
	m.month = int32((quad+10)%12 + 1)
}

func daysOf(year, month int32) int32 {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// cInt reads an integer of 32 bits as C does: none is 0.
func cInt(s string) (value int32, rest string, over bool) {
	v, rest, over := cInt64(s)
	return int32(v), rest, over || v != int64(int32(v))
}

func cInt64(s string) (value int64, rest string, over bool) {
	i := span(s, isSpace)
	negative := at(s, i) == '-'
	if negative || at(s, i) == '+' {
		i++
	}
	n := span(s[min(i, len(s)):], isDigit)
	if n == 0 {
		return 0, s, false
	}
	for _, b := range []byte(s[i : i+n]) {
		d := int64(b - '0')
		if value < (math.MinInt64+d)/10 {
			over = true
			value = math.MinInt64
			break
		}
		value = value*10 - d
	}
	if !negative {
		if value == math.MinInt64 {
			over = true
			value++
		}
		value = -value
	}
	return value, s[i+n:], over
}
