/** Le chemin d’un code à une décision, et la question d’un programme à côté du navigateur. */
export default {
  tab: "Connecter un terminal",
  description: "Voyez qui demande à se connecter en tant que vous, et décidez.",
  tabProgram: "Connecter un programme",
  enter: {
    title: "Saisissez le code de votre terminal",
    lead: "Huit lettres. La page suivante montre qui demande, avant que quoi que ce soit ne soit connecté.",
    cameWithLink:
      "<b>Ce code est arrivé avec le lien.</b> Comparez-le à votre terminal, lettre par lettre. Si aucun terminal n’attend chez vous, fermez cette page.",
    code: "Code",
    hint: "En majuscules ou minuscules ; le tiret vient tout seul.",
    nothing: "Saisissez d’abord le code.",
    some: "{count, plural, one {Un code a huit lettres ; en voici #.} other {Un code a huit lettres ; en voici #.}}",
    continue: "Continuer",
    whereTitle: "Où se trouve le code",
    where:
      "Dans le terminal où vous avez saisi <code>{command}</code>. Il est valable 15 minutes. Si quelqu’un vous a envoyé un code, ne le saisissez pas : cette personne serait connectée en tant que vous.",
    picture: "Un terminal qui affiche un code",
  },
  review: {
    title: "Est-ce vous qui vous connectez depuis un terminal ?",
    onlyIfTyped: "N’approuvez que si vous venez de saisir <b>{what}</b> vous-même.",
    onlyIfStarted: "N’approuvez que si vous venez de lancer <b>{what}</b> vous-même.",
    nobodyElse: "Personne d’autre ne devrait jamais vous envoyer ce code.",
    asksCompare: "demande avec ce code. Comparez-le à celui de votre terminal, lettre par lettre.",
    asks: "demande avec ce code.",
    compared: "Mon terminal affiche ce code",
    hearsay:
      "Le nom, le système et le client sont ce que le terminal dit de lui-même. L’adresse est celle d’où venait sa demande.",
    risk: "Si quelqu’un vous a envoyé ce code ou vous a demandé de le saisir, c’est ainsi que les comptes sont volés : refusez.",
    keep: "Garder ce terminal connecté pendant",
  },
  consent: {
    title: "Est-ce vous qui connectez un programme ?",
    onlyIfTyped:
      "N’approuvez que si vous venez de saisir <b>{what}</b> vous-même, à l’instant, sur cet ordinateur.",
    onlyIfStarted:
      "N’approuvez que si vous venez de lancer <b>{what}</b> vous-même, à l’instant, sur cet ordinateur.",
    sentLink: "Si quelqu’un vous a envoyé un lien vers cette page, refusez.",
    asks: "demande à se connecter en tant que <b>{email}</b>",
    hearsay: "Le nom, le système et la version sont ce que le programme dit de lui-même.",
    keep: "Garder ce programme connecté pendant",
    goesBackProgram:
      "Dans les deux cas, cette page retourne ensuite vers <b>le programme sur cet ordinateur ({address})</b>.",
    goesBackApp:
      "Dans les deux cas, cette page retourne ensuite vers <b>l’application sur cet appareil ({address})</b>.",
    goesBackSite: "Dans les deux cas, cette page retourne ensuite vers <b>{address}</b>.",
  },
  sides: {
    terminal: "Le terminal qui demande",
    program: "Le programme qui demande",
    browser: "Vous, dans ce navigateur",
    namelessTerminal: "Un terminal sans nom",
    someProgram: "Un programme sur cet ordinateur",
    someApp: "Une application sur cet appareil",
    someSite: "Un site web",
  },
  facts: {
    system: "Système",
    browser: "Navigateur",
    client: "Client",
    account: "Compte",
    place: "Lieu",
    network: "Réseau",
    address: "Adresse",
    asked: "Demandé",
    listensAt: "Écoute sur",
    returnsTo: "Retourne vers",
    notSaid: "non indiqué",
    unknown: "inconnu",
    privateNetwork: "un réseau privé",
    thisComputer: "cet ordinateur",
    serversComputer: "l’ordinateur du serveur",
  },
  line: {
    sameComputer: "même <br></br>ordinateur",
    sameNetwork: "même <br></br>réseau",
    farApart: "loin l’un <br></br>de l’autre",
    differentNetwork: "autre <br></br>réseau",
  },
  warning: {
    elsewhereTitle: "Ce serveur ne laisse personne approuver depuis ici.",
    elsewhereDifferent:
      "Vous ne pouvez approuver que depuis le réseau où se trouve le terminal, et ce navigateur est dans un autre. Si c’est votre terminal, ouvrez cette page sur un appareil à côté de lui.",
    elsewhereUnknown:
      "Vous ne pouvez approuver que depuis le réseau où se trouve le terminal, et l’on ne sait pas si ce navigateur y est. Si c’est votre terminal, ouvrez cette page sur un appareil à côté de lui.",
    farTitle: "Le terminal est loin de vous.",
    far: "Il se trouve dans un autre pays ({terminal}) que ce navigateur ({browser}). Ce n’est normal que si vous travaillez sur une machine là-bas, ou à travers un VPN.",
    otherNetworkTitle: "Le terminal est dans un autre réseau que vous.",
    otherNetwork:
      "C’est normal s’il est sur une autre machine, comme un serveur, ou si l’un des deux utilise des données mobiles ou un VPN.",
  },
  scopes: {
    title: "Ce qu’il pourra faire",
    untick: "· décochez ce qu’il ne doit pas faire",
    openid: {
      title: "Savoir qui vous êtes",
      says: "Il apprend quel compte de ce serveur est le vôtre.",
    },
    profile: { title: "Votre nom", says: "Il lit le nom de votre compte." },
    email: {
      title: "Votre adresse e-mail",
      says: "Il lit votre adresse, et si elle est confirmée.",
    },
    "devices:read": {
      title: "Voir vos appareils",
      says: "Il liste chaque terminal connecté en tant que vous.",
    },
    "devices:write": {
      title: "Gérer vos appareils",
      says: "Il renomme vos appareils et les déconnecte. Il ne peut pas en ajouter.",
    },
    offline_access: {
      title: "Rester connecté",
      says: "Il renouvelle sa clé de lui-même, jusqu’à ce que vous la révoquiez ou que son temps soit écoulé.",
    },
  },
  decide: {
    deny: "Refuser",
    approve: "Approuver",
    disown: "Ce n’était pas moi",
    codeEnds: "Le code expire dans <time></time>",
    canEnd: "Vous pouvez y mettre fin à tout moment sous Paramètres, Appareils.",
    notCompared: "Comparez d’abord le code, puis cochez la case.",
    allowsNothing: "Autorisez au moins une chose, ou refusez.",
    signInFirst: "Pour approuver, reconnectez-vous.",
  },
  leaving: {
    approved: "Approuvé. Retour vers {name}…",
    denied: "Refusé. Retour vers {name}…",
    program:
      "Cette page retourne vers le programme sur cet ordinateur ({address}). Si votre navigateur dit qu’il ne peut pas l’ouvrir, le programme a cessé d’attendre : recommencez là-bas.",
    app: "Cette page retourne vers l’application sur cet appareil ({address}). Si votre navigateur dit qu’il ne peut pas l’ouvrir, le programme a cessé d’attendre : recommencez là-bas.",
    site: "Cette page retourne vers {address}. Si votre navigateur dit qu’il ne peut pas l’ouvrir, le programme a cessé d’attendre : recommencez là-bas.",
    close: "Vous pouvez fermer cette page.",
  },
  answered: {
    approved: "Vous avez déjà approuvé ceci",
    denied: "Vous avez déjà refusé ceci",
    lead: "La réponse est repartie vers <b>{name}</b>, et compte une seule fois. Si le programme ne continue pas, recommencez là-bas.",
  },
  unusable: {
    output: "Refusé",
    title: "Ce lien ne peut pas être utilisé",
    damaged: "Le lien est endommagé, ou trop long.",
    noClient: "Le lien ne dit pas quel programme demande.",
    unknownClient: "Le programme qui demande n’est pas enregistré ici.",
    noReturn: "Le lien ne dit pas où retourner.",
    otherReturn: "L’adresse de retour n’est pas de celles que ce programme a enregistrées.",
    text: "Rien n’a été connecté, et vous n’avez été envoyé nulle part. Si un programme a ouvert cette page, recommencez là-bas, ou dites-le à qui le développe. Si quelqu’un vous a envoyé le lien, laissez-le.",
    start: "Aller à l’accueil",
  },
  outcome: {
    yourTerminal: "Votre terminal",
    approvedSlow: "Approuvé, mais votre terminal n’est pas revenu",
    approvedSlowLead:
      "S’il n’attend plus, recommencez là-bas. Une fois ce code expiré, il ne connecte plus rien.",
    approved: "Approuvé. Votre terminal continue…",
    approvedLead: "<b>{device}</b> prend sa clé de lui-même, en tant que <b>{email}</b>.",
    approvedBefore: "Vous avez déjà approuvé ce code",
    approvedBeforeLead: "Votre terminal continue de lui-même. S’il n’attend plus, recommencez là-bas :",
    denied: "Refusé. Rien n’a été connecté",
    deniedLead:
      "Le terminal en a été informé, et le code ne sert plus à rien. Si quelqu’un vous a envoyé ce code, cette personne essayait de se connecter en tant que vous : n’en saisissez pas un autre de sa part.",
    deniedBefore: "Vous avez déjà refusé ce code",
    deniedBeforeLead:
      "C’est définitif, et rien n’a été connecté. Si c’était une erreur, demandez un nouveau code dans votre terminal :",
    disowned: "Refusé. Merci de l’avoir signalé",
    disownedLead: "Rien n’a été connecté, et le code n’ouvre plus rien. C’est noté dans votre compte.",
    disownedPaused:
      "L’adresse qui a demandé, <b>{address}</b>, ne peut commencer ici aucune connexion pendant {time}.",
    disownedPausedAt:
      "L’adresse qui a demandé, <b>{address}</b> ({place}), ne peut commencer ici aucune connexion pendant {time}.",
    otherNetwork: "Pas depuis ce réseau",
    otherNetworkLead:
      "Ce serveur ne laisse personne approuver un terminal depuis un autre réseau que celui du terminal. Rien n’a été connecté. Si c’est votre terminal, ouvrez cette page sur un appareil à côté de lui et saisissez-y le code.",
    redeemed: "Votre terminal est connecté",
    redeemedLead:
      "<b>{device}</b> a sa clé, et travaille en tant que <b>{email}</b>. Vous pouvez fermer cette page et continuer là-bas.",
    redeemedBefore: "Ce code a déjà été utilisé",
    redeemedBeforeLead:
      "Un code sert une fois, et un terminal a été connecté avec celui-ci. Si ce n’était pas vous, révoquez-le sous Appareils.",
    expired: "Ce code a expiré",
    expiredLead: "Rien n’a été connecté. Demandez un nouveau code dans votre terminal :",
    unknown: "Nous ne connaissons pas ce code",
    unknownLead:
      "Comparez-le à votre terminal, lettre par lettre. S’il est exact, il est trop ancien ou vient d’un autre serveur ; demandez-en un nouveau :",
    taken: "Un autre compte a ce code",
    takenLead:
      "Quelqu’un l’a ouvert en premier, avec un autre compte que le vôtre (<b>{email}</b>). Si c’était vous, répondez là-bas. Sinon, quelqu’un a vu votre code : laissez-le, et demandez-en un nouveau dans votre terminal :",
    worriedCode:
      "Si quelqu’un vous a envoyé le code, cette personne a essayé de se connecter en tant que vous : n’en saisissez aucun autre de sa part, et prévenez qui administre ce serveur.",
    worriedBefore:
      "Si vous pensez que quelqu’un est déjà entré auparavant, passez vos appareils en revue et révoquez ceux que vous ne connaissez pas, ou déconnectez-vous partout et choisissez un nouveau mot de passe.",
    correct: "Corriger le code",
    another: "Saisir un autre code",
    devices: "Voir vos appareils",
    signOutEverywhere: "Se déconnecter partout",
  },
};
