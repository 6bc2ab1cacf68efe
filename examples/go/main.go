// Sign in, say who is signed in, sign out: Go's standard library and nothing else.
//
//	ACME_SERVER=https://login.example.com go run . login | whoami | logout
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

var (
	server = env("ACME_SERVER", "http://localhost:3000")
	client = env("ACME_CLIENT", "alprina-cli")
	// A redirect would be a mistake of the address, and must not carry tokens elsewhere.
	web = http.Client{
		Timeout:       20 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
)

// Refused is the server's no, in RFC 6749's words.
type Refused struct {
	Word        string `json:"error"`
	Description string `json:"error_description"`
}

func (r Refused) Error() string {
	switch r.Word {
	case "access_denied":
		return "The login was denied in the browser."
	case "expired_token":
		return "Nobody approved in time. Start again."
	case "invalid_grant", "invalid_token":
		return `This device was signed out. Run "login".`
	}
	return r.Word + ": " + r.Description
}

type tokens struct {
	AccessToken  string    `json:"access_token"`
	RefreshToken string    `json:"refresh_token"`
	ExpiresIn    int       `json:"expires_in,omitempty"`
	ExpiresAt    time.Time `json:"expires_at"`
}

func login() error {
	host, _ := os.Hostname()
	var started struct {
		DeviceCode string `json:"device_code"`
		UserCode   string `json:"user_code"`
		Address    string `json:"verification_uri_complete"`
		ExpiresIn  int    `json:"expires_in"`
		Interval   int    `json:"interval"`
	}
	form := url.Values{"scope": {"openid email offline_access"}, "device_name": {host}}
	if err := post("/oauth/device_authorization", form, &started); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "Open %s\nApprove only if the page shows this code: %s\n", started.Address, started.UserCode)
	ends := time.Now().Add(time.Duration(started.ExpiresIn) * time.Second)
	got, err := poll(started.DeviceCode, time.Duration(started.Interval)*time.Second, ends)
	if err != nil {
		return err
	}
	if err := save(&got); err != nil {
		return err
	}
	return whoami()
}

func poll(deviceCode string, interval time.Duration, ends time.Time) (got tokens, err error) {
	form := url.Values{
		"grant_type":  {"urn:ietf:params:oauth:grant-type:device_code"},
		"device_code": {deviceCode},
	}
	for time.Now().Before(ends) {
		time.Sleep(interval)
		err = post("/oauth/token", form, &got)
		var refused Refused
		switch {
		case err == nil:
			return got, nil
		case !errors.As(err, &refused):
			// No answer is no decision: keep asking until the code ends.
		case refused.Word == "slow_down", refused.Word == "temporarily_unavailable":
			interval += 5 * time.Second
		case refused.Word != "authorization_pending":
			return got, err
		}
	}
	return got, Refused{Word: "expired_token"}
}

func whoami() error {
	token, err := accessToken()
	if err != nil {
		return err
	}
	request, err := http.NewRequest("GET", server+"/oauth/userinfo", nil)
	if err != nil {
		return err
	}
	request.Header.Set("Authorization", "Bearer "+token)
	var person struct{ Email string }
	if err := send(request, &person); err != nil {
		return err
	}
	fmt.Println("Signed in as", person.Email)
	return nil
}

func logout() error {
	saved, err := read()
	if err != nil {
		return err
	}
	// Revoke first: a token that is forgotten but alive can only be revoked in the browser.
	if err := post("/oauth/revoke", url.Values{"token": {saved.RefreshToken}}, &struct{}{}); err != nil {
		return err
	}
	fmt.Println("Signed out")
	return os.Remove(file())
}

// accessToken is good for another minute at least; it is renewed when it has to be.
func accessToken() (string, error) {
	saved, err := read()
	if err != nil || time.Until(saved.ExpiresAt) > time.Minute {
		return saved.AccessToken, err
	}
	form := url.Values{"grant_type": {"refresh_token"}, "refresh_token": {saved.RefreshToken}}
	var got tokens
	if err := post("/oauth/token", form, &got); err != nil {
		return "", err
	}
	return got.AccessToken, save(&got)
}

func post(path string, form url.Values, answer any) error {
	form.Set("client_id", client)
	request, err := http.NewRequest("POST", server+path, strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return send(request, answer)
}

func send(request *http.Request, answer any) error {
	reply, err := web.Do(request)
	if err != nil {
		return err
	}
	defer reply.Body.Close()
	if reply.StatusCode == http.StatusOK {
		return json.NewDecoder(reply.Body).Decode(answer)
	}
	var refused Refused
	if err := json.NewDecoder(reply.Body).Decode(&refused); err != nil || refused.Word == "" {
		return fmt.Errorf("%s answers %s", server, reply.Status)
	}
	return refused
}

func file() string {
	folder := os.Getenv("XDG_CONFIG_HOME")
	if folder == "" {
		home, _ := os.UserHomeDir()
		folder = filepath.Join(home, ".config")
	}
	return filepath.Join(folder, "acme", "credentials.json")
}

func save(got *tokens) error {
	got.ExpiresAt = time.Now().Add(time.Duration(got.ExpiresIn) * time.Second)
	content, err := json.Marshal(got)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file()), 0o700); err != nil {
		return err
	}
	// Written beside and moved into place, so that nobody ever reads half a file.
	draft := fmt.Sprintf("%s.%d", file(), os.Getpid())
	if err := os.WriteFile(draft, content, 0o600); err != nil {
		return err
	}
	return os.Rename(draft, file())
}

func read() (saved tokens, err error) {
	content, err := os.ReadFile(file())
	if err != nil {
		return saved, errors.New(`Not signed in. Run "login".`)
	}
	return saved, json.Unmarshal(content, &saved)
}

func env(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func main() {
	commands := map[string]func() error{"login": login, "whoami": whoami, "logout": logout}
	command := commands[strings.Join(os.Args[1:], " ")]
	if command == nil {
		command = func() error { return errors.New("Say login, whoami or logout.") }
	}
	if err := command(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
