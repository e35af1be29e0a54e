package sariftest

import "testing"

func TestValidate(t *testing.T) {
	for log, ok := range map[string]bool{
		`{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}}, "results": [{"message": {"text": "m"}}]}]}`:                 true,
		`{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}}, "results": [{"level": "error"}]}]}`:                         false,
		`{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}}, "results": [{"message": {"text": "m"}, "level": "bad"}]}]}`: false,
		`{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t", "helpUri": "https://example.com"}}}]}`:                        false,
		`{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t", "informationUri": "a b%"}}}]}`:                                false,
	} {
		if err := Validate([]byte(log)); (err == nil) != ok {
			t.Errorf("%s: %v", log, err)
		}
	}
}
