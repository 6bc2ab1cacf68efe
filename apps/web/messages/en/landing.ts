/** The first page. */
export default {
  description: "Sign a command line in with your browser.",
  newcomer: {
    title: "Sign your terminal in with your browser",
    lead: "{app} lets a command line sign in as you. You see which one asks, from where, and decide. Your password never touches the terminal.",
    enterCode: "Enter a code",
    createAccount: "Create an account",
    createAccountText: "With a name, an e-mail address and a password. It takes a minute, once.",
    signIn: "Sign in",
    signInText: "With the account that you have already. The first time makes you one here.",
    steps: "What to do next",
    ask: "Ask from a terminal",
    askText: "It prints a code and opens this page.",
    askTextCheckout: "It prints a code and opens this page. Installed, it is “{command}”; from the checkout:",
    compare: "Compare, then approve",
    compareText:
      "The code here must be the one in your terminal. After that it is signed in, until you revoke it.",
    devices: "Your devices",
  },
  welcome: {
    hello: "Hello, {name}",
    helloNobody: "Hello",
    lead: "You are signed in here, as {email}. Now your terminal.",
    enterCode: "Enter a code",
    devices: "Your devices",
    steps: "Three ways on",
    signIn: "Sign a terminal in",
    signInText: "It prints a code and opens the page to answer it.",
    signInTextCheckout:
      "It prints a code and opens the page to answer it. Installed, it is “{command}”; from the checkout:",
    fromHere: "Or start from here",
    fromHereText: "For a machine without a browser: this page gives a code, and you type it there.",
    addDevice: "Add a device",
    see: "See who is signed in",
    seeText: "Every terminal with its last use. Rename it, or end it at once.",
  },
  developers:
    "Building a command line? <guides>Add login in ten minutes</guides>, look up <reference>every call</reference>, or take the <openapi>OpenAPI document</openapi>.",
  picture: {
    terminal: "A terminal: {command} prints the code {code} and waits for the browser",
    browser: "A browser: it shows the same code, {code}, with Deny and Approve",
    sameCode: "same <br></br>code",
    you: "You, in this browser",
    question: "Is this you, signing in from a terminal?",
    deny: "Deny",
    approve: "Approve",
  },
} as const;
