<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>comptoir::ui::ActionPanel</name>
        <message>
            <source>Ctrl ⏎</source>
            <translation>Ctrl ⏎</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Laisser</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Échap</translation>
        </message>
        <message>
            <source>tomorrow at 9</source>
            <translation>demain à 9 h</translation>
        </message>
        <message>
            <source>in three days</source>
            <translation>dans trois jours</translation>
        </message>
        <message>
            <source>in a week</source>
            <translation>dans une semaine</translation>
        </message>
        <message>
            <source>on another date</source>
            <translation>à une autre date</translation>
        </message>
        <message>
            <source>no date</source>
            <translation>sans date</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::ArchiveWords</name>
        <message>
            <source>Older</source>
            <translation>Ancien</translation>
        </message>
        <message>
            <source>Older · closed %1</source>
            <translation>Ancien · clos le %1</translation>
        </message>
        <message>
            <source>This ticket is no longer kept on this desk: read from the service at %1.</source>
            <translation>Ce ticket n’est plus gardé sur ce poste : lu sur le service à %1.</translation>
        </message>
        <message>
            <source>This ticket has come back to the desks: as it stood at %1.</source>
            <translation>Ce ticket est revenu sur les postes : tel qu’il était à %1.</translation>
        </message>
        <message>
            <source>Older tickets stand at the service, which is not reached just now. What is on this desk is above.</source>
            <translation>Les anciens tickets sont sur le service, qui n’est pas joignable pour l’instant. Ce qui est sur ce poste reste au-dessus.</translation>
        </message>
        <message>
            <source>The service took too long to look in the older tickets. More or longer words find faster.</source>
            <translation>Le service a mis trop de temps à chercher dans les anciens tickets. Des mots plus longs ou plus nombreux aident.</translation>
        </message>
        <message>
            <source>The service wants the password again before it shows older tickets: sign in below.</source>
            <translation>Le service redemande le mot de passe avant de montrer les anciens tickets : se connecter en bas de la fenêtre.</translation>
        </message>
        <message>
            <source>Your rights do not reach the older tickets. A supervisor can grant them.</source>
            <translation>Les droits de ce compte ne vont pas jusqu’aux anciens tickets. Un superviseur peut les donner.</translation>
        </message>
        <message>
            <source>This service does not show older tickets yet. Tell your administrator.</source>
            <translation>Ce service ne montre pas encore les anciens tickets. Prévenir l’administrateur.</translation>
        </message>
        <message>
            <source>The service has too much to do just now. Try again in a moment.</source>
            <translation>Le service a trop à faire pour l’instant. Réessayer dans un moment.</translation>
        </message>
        <message>
            <source>The service answered something unexpected. Try again; if it lasts, tell your administrator.</source>
            <translation>Réponse inattendue du service. Réessayer ; si cela dure, prévenir l’administrateur.</translation>
        </message>
        <message>
            <source>This ticket stands at the service alone, which is not reached just now.</source>
            <translation>Ce ticket n’est que sur le service, qui n’est pas joignable pour l’instant.</translation>
        </message>
        <message>
            <source>The service took too long to show this ticket.</source>
            <translation>Le service a mis trop de temps à montrer ce ticket.</translation>
        </message>
        <message>
            <source>The service has no such ticket, or not within your rights.</source>
            <translation>Le service n’a pas ce ticket, ou les droits de ce compte ne vont pas jusque-là.</translation>
        </message>
        <message>
            <source>Your rights do not reach this ticket. A supervisor can grant them.</source>
            <translation>Les droits de ce compte ne vont pas jusqu’à ce ticket. Un superviseur peut les donner.</translation>
        </message>
        <message>
            <source>This cannot be saved: %1.</source>
            <comment>file and where it is</comment>
            <translation>Ceci ne peut pas être enregistré : %1.</translation>
        </message>
        <message>
            <source>%1 was not saved: the service is not reached just now. Try again later.</source>
            <translation>%1 n’a pas été enregistré : le service n’est pas joignable pour l’instant. Réessayer plus tard.</translation>
        </message>
        <message>
            <source>%1 was not saved: the service took too long. Try again later.</source>
            <translation>%1 n’a pas été enregistré : le service a mis trop de temps. Réessayer plus tard.</translation>
        </message>
        <message>
            <source>%1 was not saved: the service has too much to do just now. Try again in a moment.</source>
            <translation>%1 n’a pas été enregistré : le service a trop à faire pour l’instant. Réessayer dans un moment.</translation>
        </message>
        <message>
            <source>%1 was not saved: the service wants the password again. Sign in below.</source>
            <translation>%1 n’a pas été enregistré : le service redemande le mot de passe. Se connecter en bas de la fenêtre.</translation>
        </message>
        <message>
            <source>%1 was not saved: the service does not have it, or not within your rights.</source>
            <translation>%1 n’a pas été enregistré : le service ne l’a pas, ou les droits de ce compte ne vont pas jusque-là.</translation>
        </message>
        <message>
            <source>%1 was not saved: what came is not the file that was attached. Tell your administrator.</source>
            <translation>%1 n’a pas été enregistré : ce qui est arrivé n’est pas le fichier joint. Prévenir l’administrateur.</translation>
        </message>
        <message>
            <source>%1 was not saved: the disk is full. Free some space, then try again.</source>
            <translation>%1 n’a pas été enregistré : le disque est plein. Libérer de la place, puis réessayer.</translation>
        </message>
        <message>
            <source>%1 was not saved: it cannot be written there. Choose another place.</source>
            <translation>%1 n’a pas été enregistré : il ne peut pas être écrit à cet endroit. En choisir un autre.</translation>
        </message>
        <message>
            <source>%1 was not saved: the service answered something unexpected. If it lasts, tell your administrator.</source>
            <translation>%1 n’a pas été enregistré : le service a donné une réponse inattendue. Si cela dure, prévenir l’administrateur.</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::ArchivedFiles</name>
        <message>
            <source>Save the file</source>
            <translation>Enregistrer le fichier</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::ArchivedView</name>
        <message>
            <source>Read again</source>
            <translation>Relire</translation>
        </message>
        <message>
            <source>The ticket is being read</source>
            <translation>Lecture du ticket</translation>
        </message>
        <message>
            <source>It stands at the service; the rest of the desk goes on meanwhile.</source>
            <translation>Il est sur le service ; le reste du poste continue pendant ce temps.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>The ticket could not be read</source>
            <translation>Le ticket n’a pas pu être lu</translation>
        </message>
        <message>
            <source>Everything else on this desk can be used meanwhile.</source>
            <translation>Tout le reste de ce poste reste utilisable.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field, value</comment>
            <translation>%1 : %2</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Clos</translation>
        </message>
        <message>
            <source>Closed %1</source>
            <translation>Clos le %1</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::AssistPanel</name>
        <message>
            <source>The person agrees</source>
            <translation>La personne est d’accord</translation>
        </message>
        <message>
            <source>They refuse</source>
            <translation>Refus</translation>
        </message>
        <message>
            <source>End it</source>
            <translation>Terminer</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Other tool</source>
            <translation>Autre outil</translation>
        </message>
        <message>
            <source>Note it in the ticket</source>
            <translation>Noter dans le ticket</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Laisser</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Échap</translation>
        </message>
        <message>
            <source>%1 cannot be taken over</source>
            <translation>Pas de prise en main possible sur %1</translation>
        </message>
        <message>
            <source>No tool of the desk's policy reaches this machine. Go on by telephone, or send somebody.</source>
            <translation>Aucun outil autorisé n’atteint ce poste. Continuer par téléphone, ou envoyer quelqu’un.</translation>
        </message>
        <message>
            <source>Take control of %1</source>
            <translation>Prendre la main sur %1</translation>
        </message>
        <message>
            <source>Ask the person first: “May I take control of your computer?” Their answer is written in the ticket.</source>
            <translation>Demander d’abord à la personne : « Puis-je prendre la main sur votre poste ? » Sa réponse est écrite dans le ticket.</translation>
        </message>
        <message>
            <source>%1 → %2
%3</source>
            <translation>%1 → %2
%3</translation>
        </message>
        <message>
            <source>What will run: %1</source>
            <translation>Ce qui sera lancé : %1</translation>
        </message>
        <message>
            <source>Opening %1…</source>
            <translation>Ouverture de %1…</translation>
        </message>
        <message>
            <source>The tool starts. What happens is read from its log.</source>
            <translation>L’outil démarre. La suite est lue dans son journal.</translation>
        </message>
        <message>
            <source>You have control of %1</source>
            <translation>Prise en main de %1 en cours</translation>
        </message>
        <message>
            <source>Close the tool's window or press the button when it is done.</source>
            <translation>Fermer la fenêtre de l’outil, ou terminer ici.</translation>
        </message>
        <message>
            <source>This tool does not tell when it ends: press the button when it is done.</source>
            <translation>Cet outil ne dit pas quand il se ferme : terminer ici.</translation>
        </message>
        <message>
            <source>Remote help did not start: %1 does not answer.</source>
            <translation>La prise en main n’a pas démarré : %1 ne répond pas.</translation>
        </message>
        <message>
            <source>Remote help did not start: it was refused on %1.</source>
            <translation>La prise en main n’a pas démarré : elle a été refusée sur %1.</translation>
        </message>
        <message>
            <source>Remote help did not start: %1 did not accept the password.</source>
            <translation>La prise en main n’a pas démarré : %1 n’a pas accepté le mot de passe.</translation>
        </message>
        <message>
            <source>Remote help did not start: the tool is not installed on this desk.</source>
            <translation>La prise en main n’a pas démarré : l’outil n’est pas installé sur ce poste.</translation>
        </message>
        <message>
            <source>Remote help ended: the connection to %1 broke.</source>
            <translation>La prise en main s’est arrêtée : la liaison avec %1 a été coupée.</translation>
        </message>
        <message>
            <source>Remote help on %1: %2.</source>
            <translation>Prise en main de %1 : %2.</translation>
        </message>
        <message>
            <source>Remote help</source>
            <translation>Prise en main</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::BarList</name>
        <message>
            <source>Open</source>
            <translation>Ouverts</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>En retard</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1 : %2</translation>
        </message>
        <message>
            <source>No open ticket.</source>
            <translation>Aucun ticket ouvert.</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>et %n autre</numerusform>
                <numerusform>et %n autres</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%n ouvert</numerusform>
                <numerusform>%n ouverts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::BarRow</name>
        <message numerus="yes">
            <source>%n open</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%n ouvert</numerusform>
                <numerusform>%n ouverts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n late</source>
            <comment>tickets</comment>
            <translation>
                <numerusform>%n en retard</numerusform>
                <numerusform>%n en retard</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2, %3</source>
            <translation>%1 : %2, %3</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1 : %2</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::AttachmentKeeping</name>
        <message>
            <source>%1 is not here: %2.</source>
            <translation>%1 n’est pas ici : %2.</translation>
        </message>
        <message>
            <source>%1 is not opened from here, for such a file could run. The menu key offers to save it.</source>
            <translation>%1 ne s’ouvre pas d’ici, car un tel fichier pourrait s’exécuter. La touche Menu propose de l’enregistrer.</translation>
        </message>
        <message>
            <source>No program of this machine opens %1. The menu key offers to save it.</source>
            <translation>Aucun programme de cette machine n’ouvre %1. La touche Menu propose de l’enregistrer.</translation>
        </message>
        <message>
            <source>%1 could not be opened. %2</source>
            <translation>%1 n’a pas pu être ouvert. %2</translation>
        </message>
        <message>
            <source>%1 is being fetched; save it once it is here.</source>
            <translation>%1 est en cours de récupération ; à enregistrer quand il sera là.</translation>
        </message>
        <message>
            <source>Save the file</source>
            <translation>Enregistrer le fichier</translation>
        </message>
        <message>
            <source>%1 could not be saved. %2</source>
            <translation>%1 n’a pas pu être enregistré. %2</translation>
        </message>
        <message>
            <source>Attach a file</source>
            <translation>Joindre un fichier</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::AttachmentStrip</name>
        <message>
            <source>Attachments</source>
            <translation>Pièces jointes</translation>
        </message>
        <message>
            <source>Enter opens the file, the menu key says what else can be done.</source>
            <translation>Entrée ouvre le fichier, la touche Menu dit ce qui peut être fait d’autre.</translation>
        </message>
        <message>
            <source>Enter saves the file.</source>
            <translation>Entrée enregistre le fichier.</translation>
        </message>
        <message>
            <source>Save as… %1</source>
            <comment>a file&apos;s name</comment>
            <translation>Enregistrer sous… %1</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Enregistrer sous…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Retirer</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::AttachmentWords</name>
        <message>
            <source>the service has no room for it; it stays here</source>
            <translation>le service n’a plus de place ; il reste ici</translation>
        </message>
        <message>
            <source>the service could not give it; open it to try again</source>
            <translation>le service n’a pas pu le donner ; l’ouvrir pour réessayer</translation>
        </message>
        <message>
            <source>it came damaged and was thrown away; open it to try again</source>
            <translation>il est arrivé abîmé et a été jeté ; l’ouvrir pour réessayer</translation>
        </message>
        <message>
            <source>no room for it on this machine; open it to try again</source>
            <translation>plus de place sur cette machine ; l’ouvrir pour réessayer</translation>
        </message>
        <message>
            <source>the service did not take it; it stays here</source>
            <translation>le service ne l’a pas pris ; il reste ici</translation>
        </message>
        <message>
            <source>goes with the ticket</source>
            <translation>partira avec le ticket</translation>
        </message>
        <message>
            <source>waiting to go</source>
            <translation>en attente d’envoi</translation>
        </message>
        <message>
            <source>going, %1 %</source>
            <translation>en cours d’envoi, %1 %</translation>
        </message>
        <message>
            <source>coming, %1 %</source>
            <translation>en cours de réception, %1 %</translation>
        </message>
        <message>
            <source>stored</source>
            <translation>enregistré au service</translation>
        </message>
        <message>
            <source>still on the console %1</source>
            <translation>encore sur le poste %1</translation>
        </message>
        <message>
            <source>still on the console %1 (%2)</source>
            <translation>encore sur le poste %1 (%2)</translation>
        </message>
        <message>
            <source>refused by the service; it stays here</source>
            <translation>refusé par le service ; il reste ici</translation>
        </message>
        <message>
            <source>erased</source>
            <translation>effacé</translation>
        </message>
        <message>
            <source>A file, %1</source>
            <translation>Un fichier, %1</translation>
        </message>
        <message>
            <source>%1, %2, %3</source>
            <comment>name, size, state</comment>
            <translation>%1, %2, %3</translation>
        </message>
        <message>
            <source>%1 is larger than 25 MB and was not attached. Make it smaller, or put it where it can be fetched and note where.</source>
            <translation>%1 dépasse 25 Mo et n’a pas été joint. Le réduire, ou le déposer là où il peut être pris et noter où.</translation>
        </message>
        <message>
            <source>%1 is empty and was not attached.</source>
            <translation>%1 est vide et n’a pas été joint.</translation>
        </message>
        <message>
            <source>%1 is no file that can be read, and was not attached.</source>
            <translation>%1 n’est pas un fichier lisible et n’a pas été joint.</translation>
        </message>
        <message>
            <source>%1 is not kept on this machine yet: %2. It is attached as soon as that is possible; leave this tab open.</source>
            <translation>%1 n’est pas encore gardé sur cette machine : %2. Il sera joint dès que possible ; laisser cet onglet ouvert.</translation>
        </message>
        <message>
            <source>%1 was not attached. %2</source>
            <translation>%1 n’a pas été joint. %2</translation>
        </message>
        <message>
            <source>Screenshot %1.png</source>
            <translation>Capture %1.png</translation>
        </message>
        <message>
            <source>A file</source>
            <translation>Un fichier</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::BoardView</name>
        <message>
            <source>reading…</source>
            <translation>lecture…</translation>
        </message>
        <message>
            <source>Wall screen</source>
            <translation>Affichage mural</translation>
        </message>
        <message>
            <source>Open tickets by organisation</source>
            <translation>Tickets ouverts par collectivité</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Collectivité</translation>
        </message>
        <message>
            <source>By state</source>
            <translation>Par état</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>By age</source>
            <translation>Par ancienneté</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Ouverture</translation>
        </message>
        <message>
            <source>By group</source>
            <translation>Par groupe</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Groupe</translation>
        </message>
        <message>
            <source>Calls waiting</source>
            <translation>Appels en attente</translation>
        </message>
        <message>
            <source>Calls taken today</source>
            <translation>Appels pris ce jour</translation>
        </message>
        <message>
            <source>Missed calls today</source>
            <translation>Appels manqués ce jour</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>En retard</translation>
        </message>
        <message>
            <source>Due within 2 h</source>
            <translation>À échéance &lt; 2 h</translation>
        </message>
        <message>
            <source>Without assignee</source>
            <translation>Sans responsable</translation>
        </message>
        <message>
            <source>Open tickets</source>
            <translation>Tickets ouverts</translation>
        </message>
        <message>
            <source>Control room</source>
            <translation>Salle de pilotage</translation>
        </message>
        <message>
            <source>Back to the desk</source>
            <translation>Retour au poste</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Échap</translation>
        </message>
        <message>
            <source>No group</source>
            <translation>Aucun groupe</translation>
        </message>
        <message>
            <source>figures of %1, %2</source>
            <comment>day, time</comment>
            <translation>%1, chiffres de %2</translation>
        </message>
        <message>
            <source>longest %1</source>
            <translation>la plus longue %1</translation>
        </message>
        <message>
            <source>nobody waits</source>
            <translation>personne n’attend</translation>
        </message>
        <message>
            <source>service not reached</source>
            <translation>service injoignable</translation>
        </message>
        <message>
            <source>right now</source>
            <translation>à l’instant</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>inconnu</translation>
        </message>
        <message>
            <source>open the list</source>
            <translation>ouvrir la file</translation>
        </message>
        <message>
            <source>copy not filled yet</source>
            <translation>copie pas encore remplie</translation>
        </message>
        <message>
            <source>by this desk's mirror</source>
            <translation>d’après ce poste</translation>
        </message>
        <message>
            <source>open the calls</source>
            <translation>ouvrir les appels</translation>
        </message>
        <message numerus="yes">
            <source>calls</source>
            <translation>
                <numerusform>appel</numerusform>
                <numerusform>appels</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>tickets</source>
            <translation>
                <numerusform>ticket</numerusform>
                <numerusform>tickets</numerusform>
            </translation>
        </message>
        <message>
            <source>Leave full screen</source>
            <translation>Quitter le plein écran</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::CallBar</name>
        <message>
            <source>Answer</source>
            <translation>Répondre</translation>
        </message>
        <message>
            <source>Hang up</source>
            <translation>Raccrocher</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>Attente</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>Transférer</translation>
        </message>
        <message>
            <source>End wrap-up</source>
            <translation>Terminer</translation>
        </message>
        <message>
            <source>Search everywhere</source>
            <translation>Chercher partout</translation>
        </message>
        <message>
            <source>Call bar</source>
            <translation>Barre d’appel</translation>
        </message>
        <message>
            <source>Your state; press to change it</source>
            <translation>L’état du poste ; appuyer pour en changer</translation>
        </message>
        <message>
            <source>Answers the call that rings</source>
            <translation>Répond à l’appel qui sonne</translation>
        </message>
        <message>
            <source>Ends the call</source>
            <translation>Met fin à l’appel</translation>
        </message>
        <message>
            <source>Puts the caller on hold, or takes the call back</source>
            <translation>Met l’appelant en attente, ou reprend l’appel</translation>
        </message>
        <message>
            <source>Passes the call on</source>
            <translation>Passe l’appel à quelqu’un d’autre</translation>
        </message>
        <message>
            <source>You are available again</source>
            <translation>De nouveau disponible</translation>
        </message>
        <message>
            <source>Finds people and tickets as you type</source>
            <translation>Trouve personnes et tickets au fil de la frappe</translation>
        </message>
        <message>
            <source>Number withheld</source>
            <translation>Numéro masqué</translation>
        </message>
        <message>
            <source>on hold</source>
            <translation>en attente</translation>
        </message>
        <message>
            <source>rings</source>
            <translation>sonne</translation>
        </message>
        <message>
            <source>rings: answer on the telephone</source>
            <translation>sonne : répondre sur le téléphone</translation>
        </message>
        <message>
            <source>No call</source>
            <translation>Aucun appel</translation>
        </message>
        <message>
            <source>No telephone connected</source>
            <translation>Aucun téléphone relié</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reprendre</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n en attente</numerusform>
                <numerusform>%n en attente</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n calls waiting</source>
            <translation>
                <numerusform>%n appel en attente</numerusform>
                <numerusform>%n appels en attente</numerusform>
            </translation>
        </message>
        <message>
            <source>Your state</source>
            <translation>L’état du poste</translation>
        </message>
        <message>
            <source>Keys of the desk</source>
            <translation>Raccourcis clavier</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Se déconnecter</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Ctrl ,</source>
            <translation>Ctrl ,</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::CallerCardView</name>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>Corriger</translation>
        </message>
        <message>
            <source>Attach</source>
            <translation>Rattacher</translation>
        </message>
        <message>
            <source>Last contacts</source>
            <translation>Dernières sollicitations</translation>
        </message>
        <message numerus="yes">
            <source>Correct (%n)</source>
            <translation>
                <numerusform>Corriger (%n)</numerusform>
                <numerusform>Corriger (%n)</numerusform>
            </translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>Withheld number</source>
            <translation>Numéro masqué</translation>
        </message>
        <message>
            <source>The number is not shown. Ask for the name, then search it here.</source>
            <translation>Le numéro ne s’affiche pas. Demander le nom, puis le chercher ici.</translation>
        </message>
        <message>
            <source>Nobody is known under this number. Ask for the name, then search it here.</source>
            <translation>Personne n’est connu sous ce numéro. Demander le nom, puis le chercher ici.</translation>
        </message>
        <message>
            <source>Major incident %1 · %2</source>
            <translation>Incident majeur %1 · %2</translation>
        </message>
        <message numerus="yes">
            <source> · and %n more</source>
            <translation>
                <numerusform> · et %n autre</numerusform>
                <numerusform> · et %n autres</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::CandidateList</name>
        <message>
            <source>Nobody by that name. Type more of it, or add the person.</source>
            <translation>Personne à ce nom. Préciser, ou ajouter la personne.</translation>
        </message>
        <message>
            <source>Name, number, e-mail, department</source>
            <translation>Nom, numéro, courriel, service</translation>
        </message>
        <message>
            <source>Search a person</source>
            <translation>Chercher une personne</translation>
        </message>
        <message>
            <source>People it may be</source>
            <translation>Personnes possibles</translation>
        </message>
        <message>
            <source>It is this person</source>
            <translation>C’est cette personne</translation>
        </message>
        <message>
            <source>Add a person…</source>
            <translation>Ajouter une personne…</translation>
        </message>
        <message>
            <source>Remember %1 for this person</source>
            <translation>Retenir le %1 pour cette personne</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::ContactModel</name>
        <message>
            <source>Number withheld</source>
            <translation>Numéro masqué</translation>
        </message>
        <message>
            <source>At %1's telephone</source>
            <translation>Au téléphone de %1</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>depuis %1</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::ContactView</name>
        <message>
            <source>Call back</source>
            <translation>Rappeler</translation>
        </message>
        <message>
            <source>Missed calls</source>
            <translation>Appels manqués</translation>
        </message>
        <message>
            <source>Call log</source>
            <translation>Journal des appels</translation>
        </message>
        <message>
            <source>No missed call</source>
            <translation>Aucun appel manqué</translation>
        </message>
        <message>
            <source>No call yet</source>
            <translation>Aucun appel pour l’instant</translation>
        </message>
        <message>
            <source>Who rang and was not answered stands here until called back.</source>
            <translation>Qui a sonné sans réponse reste ici jusqu’au rappel.</translation>
        </message>
        <message>
            <source>Calls taken and made stand here, newest first.</source>
            <translation>Les appels pris et passés sont ici, le plus récent d’abord.</translation>
        </message>
        <message numerus="yes">
            <source>%n calls</source>
            <translation>
                <numerusform>%n appel</numerusform>
                <numerusform>%n appels</numerusform>
            </translation>
        </message>
        <message>
            <source>Enter shows the caller's card, Ctrl D calls back.</source>
            <translation>Entrée montre la fiche de l’appelant, Ctrl D rappelle.</translation>
        </message>
        <message>
            <source>Calls waiting</source>
            <translation>Appels en attente</translation>
        </message>
        <message>
            <source>Calls taken today</source>
            <translation>Appels pris ce jour</translation>
        </message>
        <message>
            <source>Calls missed today</source>
            <translation>Appels manqués ce jour</translation>
        </message>
        <message>
            <source>Nobody waits</source>
            <translation>Personne n’attend</translation>
        </message>
        <message>
            <source>Calls that ring at any telephone of the desk stand here.</source>
            <translation>Les appels qui sonnent à un téléphone du centre s’affichent ici.</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>Pas connu</translation>
        </message>
        <message>
            <source>The service is not reached: which calls ring now is not known here.</source>
            <translation>Le service est injoignable : les appels qui sonnent en ce moment ne sont pas connus ici.</translation>
        </message>
        <message>
            <source>No call taken today</source>
            <translation>Aucun appel pris ce jour</translation>
        </message>
        <message>
            <source>Calls answered since midnight stand here, newest first.</source>
            <translation>Les appels pris depuis minuit s’affichent ici, les plus récents d’abord.</translation>
        </message>
        <message>
            <source>No call missed today</source>
            <translation>Aucun appel manqué ce jour</translation>
        </message>
        <message>
            <source>Every call missed since midnight stands here, called back or not.</source>
            <translation>Tous les appels manqués depuis minuit s’affichent ici, rappelés ou non.</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::DraftView</name>
        <message>
            <source>New ticket</source>
            <translation>Nouveau ticket</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>Reprendre le brouillon</translation>
        </message>
        <message>
            <source>Resolve now</source>
            <translation>Résoudre maintenant</translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation>Résoudre</translation>
        </message>
        <message>
            <source>Hand the ticket over</source>
            <translation>Confier le ticket</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Confier</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Confier…</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Garder</translation>
        </message>
        <message>
            <source>Discard the draft</source>
            <translation>Écarter le brouillon</translation>
        </message>
        <message>
            <source>Discard the draft; it can be brought back</source>
            <translation>Écarter le brouillon ; il peut être repris</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>Ce qui a été fait</translation>
        </message>
        <message>
            <source>What helped, for the requester and for the next time</source>
            <translation>Ce qui a aidé, pour le demandeur et pour la prochaine fois</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Groupe</translation>
        </message>
        <message>
            <source>No group</source>
            <translation>Aucun groupe</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>Responsable</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Personne</translation>
        </message>
        <message>
            <source>Word for them</source>
            <translation>Mot pour la suite</translation>
        </message>
        <message>
            <source>What was done, what is missing</source>
            <translation>Ce qui a été fait, ce qui manque</translation>
        </message>
        <message>
            <source>%1 · draft kept at %2</source>
            <translation>%1 · brouillon gardé à %2</translation>
        </message>
        <message>
            <source>Draft %1 was discarded.</source>
            <translation>Le brouillon %1 a été écarté.</translation>
        </message>
        <message>
            <source>The ticket needs its organisation: choose it here. The draft is kept.</source>
            <translation>Il manque la collectivité : la choisir ici. Le brouillon est gardé.</translation>
        </message>
        <message>
            <source>The ticket needs a summary. The draft is kept.</source>
            <translation>Il manque le résumé. Le brouillon est gardé.</translation>
        </message>
        <message>
            <source>same requester</source>
            <translation>même demandeur</translation>
        </message>
        <message>
            <source>same equipment</source>
            <translation>même équipement</translation>
        </message>
        <message>
            <source>same words</source>
            <translation>mêmes mots</translation>
        </message>
        <message>
            <source>Looks like</source>
            <translation>Ressemble à</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>%1 is now the requester.</source>
            <translation>%1 devient le demandeur.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>The incident this draft hung on is no longer here. It hangs on none now; the draft is kept.</source>
            <translation>L’incident auquel ce brouillon était rattaché n’est plus ici. Il n’est plus rattaché à aucun ; le brouillon est gardé.</translation>
        </message>
        <message>
            <source>%1 is of another organisation: the draft no longer hangs on it. The draft is kept.</source>
            <translation>%1 relève d’une autre collectivité : le brouillon n’y est plus rattaché. Le brouillon est gardé.</translation>
        </message>
        <message>
            <source>Open it only</source>
            <translation>Seulement l’ouvrir</translation>
        </message>
        <message>
            <source>Part of this draft was damaged on the disk: read it through before you save it.</source>
            <translation>Une partie de ce brouillon a été abîmée sur le disque : à relire avant de l’enregistrer.</translation>
        </message>
        <message>
            <source>Not kept on this machine: %1. Closing once more gives up what is written here.</source>
            <translation>Pas gardé sur ce poste : %1. Fermer encore une fois abandonne ce qui est écrit ici.</translation>
        </message>
        <message>
            <source>Not kept on this machine: %1. It is kept as soon as that is possible; go on writing.</source>
            <translation>Pas gardé sur ce poste : %1. Ce sera gardé dès que possible ; continuez d’écrire.</translation>
        </message>
        <message>
            <source>handed over as before</source>
            <translation>confié comme avant</translation>
        </message>
        <message>
            <source>taken in charge</source>
            <translation>pris en charge</translation>
        </message>
        <message>
            <source>Done again when it is saved: %1.</source>
            <translation>Refait à l’enregistrement : %1.</translation>
        </message>
        <message>
            <source>Not saved: %1. What is written here stays; save it again once that is mended.</source>
            <translation>Pas enregistré : %1. Ce qui est écrit reste ici ; enregistrez de nouveau quand c’est réparé.</translation>
        </message>
        <message>
            <source>Attach a file…</source>
            <translation>Joindre un fichier…</translation>
        </message>
        <message>
            <source>Attach a file; pictures can be pasted, files dropped</source>
            <translation>Joindre un fichier ; les images se collent, les fichiers se déposent</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::EquipmentList</name>
        <message>
            <source>Equipment</source>
            <translation>Équipements</translation>
        </message>
        <message>
            <source>Take control</source>
            <translation>Prendre la main</translation>
        </message>
        <message>
            <source>Take control of %1</source>
            <translation>Prendre la main sur %1</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::FieldRow</name>
        <message>
            <source>Set mine again</source>
            <translation>Remettre la mienne</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Laisser</translation>
        </message>
        <message>
            <source>Yours: “%1”. What stands: “%2”. %3</source>
            <translation>Version d’ici : « %1 ». Ce qui vaut : « %2 ». %3</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::IdentityLine</name>
        <message>
            <source>Sure at %1 %</source>
            <translation>Identité sûre, %1 %</translation>
        </message>
        <message>
            <source>Likely, %1 %</source>
            <translation>Probable, %1 %</translation>
        </message>
        <message>
            <source>Possible, %1 %</source>
            <translation>Possible, %1 %</translation>
        </message>
        <message>
            <source>known number</source>
            <translation>numéro connu</translation>
        </message>
        <message>
            <source>number learned earlier</source>
            <translation>numéro déjà retenu</translation>
        </message>
        <message>
            <source>internal extension</source>
            <translation>poste interne</translation>
        </message>
        <message>
            <source>extension %1</source>
            <translation>poste interne %1</translation>
        </message>
        <message>
            <source>signed in on %1</source>
            <translation>connexion sur %1</translation>
        </message>
        <message>
            <source>named in %1</source>
            <translation>cité dans %1</translation>
        </message>
        <message>
            <source>called from this number before</source>
            <translation>a déjà appelé de ce numéro</translation>
        </message>
        <message>
            <source>same name as the telephone shows</source>
            <translation>même nom qu’au téléphone</translation>
        </message>
        <message>
            <source>confirmed by you</source>
            <translation>confirmé ici</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::LearnedNumbers</name>
        <message>
            <source>Learned number %1</source>
            <translation>Numéro appris %1</translation>
        </message>
        <message>
            <source>Forgotten number %1</source>
            <translation>Numéro retiré : %1</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Learn again</source>
            <translation>Rétablir</translation>
        </message>
        <message>
            <source>Forget the number %1</source>
            <translation>Retirer le numéro %1</translation>
        </message>
        <message>
            <source>Learn the number %1 again</source>
            <translation>Réapprendre le numéro %1</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::MainWindow</name>
        <message>
            <source>Nothing stands behind this figure any more.</source>
            <translation>Il n’y a plus rien derrière ce chiffre.</translation>
        </message>
        <message>
            <source>Desk %1</source>
            <translation>Poste %1</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::NoteBox</name>
        <message>
            <source>For the requester</source>
            <translation>Pour le demandeur</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Alt ⏎</source>
            <translation>Alt ⏎</translation>
        </message>
        <message>
            <source>What the requester will read</source>
            <translation>Ce que le demandeur lira</translation>
        </message>
        <message>
            <source>Note for the desk</source>
            <translation>Note interne</translation>
        </message>
        <message>
            <source>Tell the requester</source>
            <translation>Dire au demandeur</translation>
        </message>
        <message>
            <source>Note it</source>
            <translation>Noter</translation>
        </message>
        <message>
            <source>Attach a file…</source>
            <translation>Joindre un fichier…</translation>
        </message>
        <message>
            <source>Attach a file; pictures can be pasted, files dropped</source>
            <translation>Joindre un fichier ; les images se collent, les fichiers se déposent</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::Notice</name>
        <message>
            <source>Dismiss this message</source>
            <translation>Écarter ce message</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::OpenTickets</name>
        <message>
            <source>Open tickets</source>
            <translation>Tickets ouverts</translation>
        </message>
        <message>
            <source>No ticket is open</source>
            <translation>Aucun ticket ouvert ici</translation>
        </message>
        <message>
            <source>Choose one in the queue, or begin a new one.</source>
            <translation>En choisir un dans la file, ou en commencer un.</translation>
        </message>
        <message>
            <source>New ticket</source>
            <translation>Nouveau ticket</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>Close this tab</source>
            <translation>Fermer cet onglet</translation>
        </message>
        <message>
            <source>Older ticket</source>
            <translation>Ancien ticket</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::OperatorRow</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1, %2 since %3</source>
            <translation>%1, %2 depuis %3</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::OperatorTable</name>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Opérateur</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Depuis</translation>
        </message>
        <message>
            <source>Operators</source>
            <translation>Opérateurs</translation>
        </message>
        <message>
            <source>No operator is signed in.</source>
            <translation>Aucun opérateur n’est connecté.</translation>
        </message>
        <message>
            <source>—, the service is not reached: what the operators do is not known.</source>
            <translation>—, service injoignable : ce que font les opérateurs n’est pas connu.</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::PendingDrawer</name>
        <message>
            <source>kept here</source>
            <translation>gardée ici</translation>
        </message>
        <message>
            <source>on its way</source>
            <translation>en route</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>refusée</translation>
        </message>
        <message>
            <source>waits for the one before</source>
            <translation>attend la précédente</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>Se connecter</translation>
        </message>
        <message>
            <source>Changes not sent yet</source>
            <translation>Modifications pas encore envoyées</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Échap</translation>
        </message>
        <message>
            <source>Nothing waits</source>
            <translation>Rien n’attend</translation>
        </message>
        <message>
            <source>Everything done here is known to the service.</source>
            <translation>Tout ce qui a été fait ici est connu du service.</translation>
        </message>
        <message>
            <source>The service is not reached. Everything below is kept on this computer and sent by itself when it is back.</source>
            <translation>Le service ne répond pas. Tout ce qui suit est gardé sur ce poste et sera envoyé dès son retour.</translation>
        </message>
        <message>
            <source>The session has ended. Everything below is kept on this computer and sent after you sign in again.</source>
            <translation>La session est finie. Tout ce qui suit est gardé sur ce poste et part après la reconnexion.</translation>
        </message>
        <message>
            <source>This console is too old for the service. Everything below is kept on this computer and sent once a newer version is installed.</source>
            <translation>Cette console est trop ancienne pour le service. Tout ce qui suit est gardé sur ce poste et part dès qu’une version plus récente est installée.</translation>
        </message>
        <message>
            <source>What waits is sent by itself, in the order it was made.</source>
            <translation>Ce qui attend est envoyé tout seul, dans l’ordre où cela a été fait.</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %n autre</numerusform>
                <numerusform>et %n autres</numerusform>
            </translation>
        </message>
        <message>
            <source>Yours: %1</source>
            <translation>La version d’ici : %1</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Try again: %1</source>
            <translation>Réessayer : %1</translation>
        </message>
        <message>
            <source>See where it is</source>
            <translation>Voir sur place</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Abandonner</translation>
        </message>
        <message>
            <source>See where it is: %1</source>
            <translation>Voir sur place : %1</translation>
        </message>
        <message>
            <source>Leave this change: %1</source>
            <translation>Abandonner cette modification : %1</translation>
        </message>
        <message>
            <source>conflict</source>
            <translation>conflit</translation>
        </message>
        <message>
            <source>%1: “%2” of %3 stands, written before yours; it reached the service after it.</source>
            <translation>%1 : « %2 » (%3) est en place, écrit plus tôt mais arrivé au service plus tard.</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::PersonForm</name>
        <message>
            <source>Add a person</source>
            <translation>Ajouter une personne</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Choose an organisation</source>
            <translation>Choisir une collectivité</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Courriel</translation>
        </message>
        <message>
            <source>A person needs a last name or an e-mail.</source>
            <translation>Il faut un nom ou un courriel.</translation>
        </message>
        <message>
            <source>Choose the organisation: the person and their tickets live there.</source>
            <translation>Choisir la collectivité : la personne et ses tickets y vivent.</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::PriorityMark</name>
        <message>
            <source>Priority %1</source>
            <translation>Priorité %1</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::QueueFeed</name>
        <message>
            <source>%1 is in the clipboard</source>
            <translation>%1 est dans le presse-papiers</translation>
        </message>
        <message>
            <source>The ticket is yours</source>
            <translation>Ticket pris en charge</translation>
        </message>
        <message numerus="yes">
            <source>%n tickets are yours</source>
            <translation>
                <numerusform>%n ticket pris en charge</numerusform>
                <numerusform>%n tickets pris en charge</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2 tickets are yours. %3</source>
            <translation>%1 tickets pris en charge sur %2. %3</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::QueueLook</name>
        <message>
            <source>Look of the queue</source>
            <translation>Présentation de la file</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Colonnes</translation>
        </message>
        <message>
            <source>As they were at first</source>
            <translation>Comme au début</translation>
        </message>
        <message>
            <source>Row height</source>
            <translation>Hauteur des lignes</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>Compacte</translation>
        </message>
        <message>
            <source>Usual</source>
            <translation>Habituelle</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>Aérée</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::QueueModel</name>
        <message>
            <source>No target stands: the ticket waits or is done.</source>
            <translation>Pas d’échéance : le ticket attend ou est terminé.</translation>
        </message>
        <message>
            <source>First response was due on %1.</source>
            <translation>La première réponse était attendue le %1.</translation>
        </message>
        <message>
            <source>Resolution was due on %1.</source>
            <translation>La résolution était attendue le %1.</translation>
        </message>
        <message>
            <source>First response is due on %1.</source>
            <translation>Première réponse attendue le %1.</translation>
        </message>
        <message>
            <source>Resolution is due on %1.</source>
            <translation>Résolution attendue le %1.</translation>
        </message>
        <message>
            <source>major incident</source>
            <translation>incident majeur</translation>
        </message>
        <message>
            <source>unread</source>
            <translation>non lu</translation>
        </message>
        <message>
            <source>not sent yet</source>
            <translation>pas encore envoyé</translation>
        </message>
        <message>
            <source>open beside</source>
            <translation>ouvert à côté</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>en retard</translation>
        </message>
        <message>
            <source>%1: changes made here are not sent yet</source>
            <translation>%1 : des modifications faites ici ne sont pas encore envoyées</translation>
        </message>
        <message>
            <source>Major incident</source>
            <translation>Incident majeur</translation>
        </message>
        <message>
            <source>Prio.</source>
            <translation>Prio.</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorité</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numéro</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Résumé</translation>
        </message>
        <message>
            <source>Requester</source>
            <translation>Demandeur</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Collectivité</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Échéance</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Groupe</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>Responsable</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Ouverture</translation>
        </message>
        <message>
            <source>Changed</source>
            <comment>when a ticket last changed</comment>
            <translation>Modifié</translation>
        </message>
        <message>
            <source>restricted</source>
            <translation>confidentiel</translation>
        </message>
        <message>
            <source>Restricted: %1</source>
            <translation>Confidentiel : %1</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::QueueTable</name>
        <message>
            <source>Take</source>
            <translation>Prendre</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Enter opens the ticket, Ctrl P takes it, the context-menu key lists what can be done.</source>
            <translation>Entrée ouvre le ticket, Ctrl P le prend en charge, la touche menu montre ce qui peut être fait.</translation>
        </message>
        <message>
            <source>Take the ticket under the pointer</source>
            <translation>Prendre en charge le ticket sous le pointeur</translation>
        </message>
        <message>
            <source>What can be done with the ticket</source>
            <translation>Ce qui peut être fait du ticket</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouvrir</translation>
        </message>
        <message>
            <source>Take</source>
            <comment>a ticket, verb</comment>
            <translation>Prendre</translation>
        </message>
        <message>
            <source>Copy the number</source>
            <translation>Copier le numéro</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::QueueView</name>
        <message>
            <source>New</source>
            <translation>Nouveau</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filtrer</translation>
        </message>
        <message>
            <source>Filter this queue</source>
            <translation>Filtrer cette file</translation>
        </message>
        <message>
            <source>Words of number, summary, description or requester (Ctrl F)</source>
            <translation>Mots du numéro, du résumé, de la description ou du demandeur (Ctrl F)</translation>
        </message>
        <message>
            <source>New ticket</source>
            <translation>Nouveau ticket</translation>
        </message>
        <message>
            <source>Queue %1</source>
            <translation>File %1</translation>
        </message>
        <message>
            <source>Nothing matches “%1”</source>
            <translation>Rien ne répond à « %1 »</translation>
        </message>
        <message>
            <source>Fewer or shorter words find more; Ctrl K searches everywhere.</source>
            <translation>Des mots moins nombreux ou plus courts trouvent davantage ; Ctrl K cherche partout.</translation>
        </message>
        <message>
            <source>Nothing in this queue</source>
            <translation>Rien dans cette file</translation>
        </message>
        <message>
            <source>by due time</source>
            <translation>par échéance</translation>
        </message>
        <message>
            <source>by priority</source>
            <translation>par priorité</translation>
        </message>
        <message>
            <source>by number</source>
            <translation>par numéro</translation>
        </message>
        <message>
            <source>by summary</source>
            <translation>par résumé</translation>
        </message>
        <message>
            <source>by requester</source>
            <translation>par demandeur</translation>
        </message>
        <message>
            <source>by organisation</source>
            <translation>par collectivité</translation>
        </message>
        <message>
            <source>by state</source>
            <translation>par état</translation>
        </message>
        <message>
            <source>by opening</source>
            <translation>par ouverture</translation>
        </message>
        <message>
            <source>by last change</source>
            <translation>par modification</translation>
        </message>
        <message numerus="yes">
            <source>%1 tickets</source>
            <translation>
                <numerusform>%1 ticket</numerusform>
                <numerusform>%1 tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 open</source>
            <translation>
                <numerusform>%1 ouvert</numerusform>
                <numerusform>%1 ouverts</numerusform>
            </translation>
        </message>
        <message>
            <source>state: all</source>
            <translation>état : tous</translation>
        </message>
        <message>
            <source>state: open</source>
            <translation>état : ouvert</translation>
        </message>
        <message>
            <source>All states are shown; press for open tickets only</source>
            <translation>Tous les états sont montrés ; appuyer pour les tickets ouverts seulement</translation>
        </message>
        <message>
            <source>Open tickets only; press for all states</source>
            <translation>Tickets ouverts seulement ; appuyer pour tous les états</translation>
        </message>
        <message>
            <source>Ordered %1; press to choose</source>
            <translation>Ordre : %1 ; appuyer pour choisir</translation>
        </message>
        <message>
            <source>Order of the queue</source>
            <translation>Ordre de la file</translation>
        </message>
        <message>
            <source>The other way round</source>
            <translation>Dans l’autre sens</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::RefusedList</name>
        <message>
            <source>%1 was refused.</source>
            <translation>Refusé : %1.</translation>
        </message>
        <message>
            <source>Yours: “%1”.</source>
            <translation>Version d’ici : « %1 ».</translation>
        </message>
        <message>
            <source>What stands: %1 “%2”.</source>
            <translation>Ce qui vaut : %1 « %2 ».</translation>
        </message>
        <message>
            <source>Let it go</source>
            <translation>Abandonner</translation>
        </message>
        <message>
            <source>Back to a draft</source>
            <translation>Reprendre en brouillon</translation>
        </message>
        <message>
            <source>Really let it go?</source>
            <translation>Abandonner pour de bon ?</translation>
        </message>
        <message>
            <source>Under a new number, with everything written here</source>
            <translation>Sous un nouveau numéro, avec tout ce qui est écrit ici</translation>
        </message>
        <message>
            <source>Under the same number, with everything written here</source>
            <translation>Sous le même numéro, avec tout ce qui est écrit ici</translation>
        </message>
        <message>
            <source>Into a note</source>
            <translation>Mettre en note</translation>
        </message>
        <message>
            <source>Understood</source>
            <translation>Compris</translation>
        </message>
        <message>
            <source>%1 What stands was set by %2, %3.</source>
            <translation>%1 Ce qui vaut vient de %2, %3.</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Laisser</translation>
        </message>
        <message>
            <source>Change it…</source>
            <translation>Modifier…</translation>
        </message>
        <message>
            <source>Opens the question with what you meant in it</source>
            <translation>Rouvre la question avec ce que vous vouliez y mettre</translation>
        </message>
        <message>
            <source>Do it again</source>
            <translation>Refaire</translation>
        </message>
        <message>
            <source>On what stands now; the history keeps both</source>
            <translation>Sur ce qui vaut maintenant ; l’historique garde les deux</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::RightDrawer</name>
        <message>
            <source>Back to the queue</source>
            <translation>Revenir à la file</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Échap</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::RightPane</name>
        <message>
            <source>Remote help on %1</source>
            <translation>Prise en main de %1</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::SearchModel</name>
        <message>
            <source>Call %1</source>
            <translation>Appeler %1</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personnes</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Try the older tickets again</source>
            <translation>Réessayer dans les anciens tickets</translation>
        </message>
        <message>
            <source>Look in the older tickets</source>
            <translation>Chercher dans les anciens tickets</translation>
        </message>
        <message>
            <source>at the service · Ctrl ⏎</source>
            <translation>sur le service · Ctrl ⏎</translation>
        </message>
        <message>
            <source>Looking in the older tickets…</source>
            <translation>Recherche dans les anciens tickets…</translation>
        </message>
        <message>
            <source>Older tickets</source>
            <translation>Anciens tickets</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::SearchPanel</name>
        <message>
            <source>Search</source>
            <translation>Recherche</translation>
        </message>
        <message>
            <source>Name, number, ticket, words…</source>
            <translation>Nom, numéro, ticket, mots…</translation>
        </message>
        <message>
            <source>Search people and tickets</source>
            <translation>Chercher personnes et tickets</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Ce qui a été trouvé</translation>
        </message>
        <message>
            <source>Beginnings suffice, in any order; accents do not matter.</source>
            <translation>Les débuts de mots suffisent, dans n’importe quel ordre, avec ou sans accents.</translation>
        </message>
        <message>
            <source>Nothing found. Fewer or shorter words find more.</source>
            <translation>Rien trouvé. Des mots moins nombreux ou plus courts trouvent davantage.</translation>
        </message>
        <message>
            <source>⏎ opens   ↑↓ walk   Esc back</source>
            <translation>⏎ ouvrir   ↑↓ parcourir   Échap revenir</translation>
        </message>
        <message>
            <source>Nothing found in the older tickets either. Fewer or shorter words find more.</source>
            <translation>Rien non plus dans les anciens tickets. Des mots plus courts ou moins nombreux trouvent davantage.</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::SettingsWindow</name>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Échap</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Thème</translation>
        </message>
        <message>
            <source>As the desktop</source>
            <translation>Comme le bureau</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Contraste élevé</translation>
        </message>
        <message>
            <source>Queue rows</source>
            <translation>Lignes</translation>
        </message>
        <message>
            <source>From the next start on</source>
            <translation>Au prochain démarrage</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Taille</translation>
        </message>
        <message>
            <source>%1 %</source>
            <comment>size of everything on screen</comment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>None; baresip on 127.0.0.1:4444</source>
            <translation>Aucun ; baresip en 127.0.0.1:4444</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Errors only</source>
            <translation>Les erreurs seulement</translation>
        </message>
        <message>
            <source>Warnings too</source>
            <translation>Les avertissements aussi</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>Ce qui se passe</translation>
        </message>
        <message>
            <source>Every detail</source>
            <translation>Chaque détail</translation>
        </message>
        <message>
            <source>Remote-help tools are chosen by the administrator, on the whole machine.</source>
            <translation>Les outils de prise en main sont choisis par l’administrateur, pour toute la machine.</translation>
        </message>
        <message>
            <source>Not used: it takes a name or address, a colon and a port, such as 127.0.0.1:4444.</source>
            <translation>Pas utilisé : il faut un nom ou une adresse, deux-points et un port, comme 127.0.0.1:4444.</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::ShortcutSheet</name>
        <message>
            <source>Call</source>
            <translation>Appel</translation>
        </message>
        <message>
            <source>Answer, then hang up</source>
            <translation>Répondre, puis raccrocher</translation>
        </message>
        <message>
            <source>Hold, resume</source>
            <translation>Mettre en attente, reprendre</translation>
        </message>
        <message>
            <source>Shift F8</source>
            <translation>Maj F8</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>Transférer</translation>
        </message>
        <message>
            <source>End the wrap-up</source>
            <translation>Terminer l’après-appel</translation>
        </message>
        <message>
            <source>Ctrl D</source>
            <translation>Ctrl D</translation>
        </message>
        <message>
            <source>Call back, in a list of calls</source>
            <translation>Rappeler, dans une liste d’appels</translation>
        </message>
        <message>
            <source>Take the machine over</source>
            <translation>Prendre la main</translation>
        </message>
        <message>
            <source>Correct who calls</source>
            <translation>Corriger l’appelant</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
        <message>
            <source>Ctrl N</source>
            <translation>Ctrl N</translation>
        </message>
        <message>
            <source>New ticket</source>
            <translation>Nouveau ticket</translation>
        </message>
        <message>
            <source>Ctrl S</source>
            <translation>Ctrl S</translation>
        </message>
        <message>
            <source>Keep or save</source>
            <translation>Garder</translation>
        </message>
        <message>
            <source>Ctrl ⏎</source>
            <translation>Ctrl ⏎</translation>
        </message>
        <message>
            <source>Resolve now, confirm</source>
            <translation>Résoudre maintenant, confirmer</translation>
        </message>
        <message>
            <source>Ctrl T</source>
            <translation>Ctrl T</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Confier</translation>
        </message>
        <message>
            <source>Ctrl M</source>
            <translation>Ctrl M</translation>
        </message>
        <message>
            <source>Attach to the major incident</source>
            <translation>Rattacher à l’incident majeur</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Open the ticket</source>
            <translation>Ouvrir le ticket</translation>
        </message>
        <message>
            <source>Ctrl P</source>
            <translation>Ctrl P</translation>
        </message>
        <message>
            <source>Take it</source>
            <translation>Prendre en charge</translation>
        </message>
        <message>
            <source>Ctrl F</source>
            <translation>Ctrl F</translation>
        </message>
        <message>
            <source>Filter this queue</source>
            <translation>Filtrer cette file</translation>
        </message>
        <message>
            <source>Shift ↑ ↓</source>
            <translation>Maj ↑ ↓</translation>
        </message>
        <message>
            <source>Select several</source>
            <translation>En choisir plusieurs</translation>
        </message>
        <message>
            <source>letters</source>
            <translation>lettres</translation>
        </message>
        <message>
            <source>Jump to number, requester or summary</source>
            <translation>Aller au numéro, au demandeur, au résumé</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Fenêtre</translation>
        </message>
        <message>
            <source>Ctrl K</source>
            <translation>Ctrl K</translation>
        </message>
        <message>
            <source>Search everywhere</source>
            <translation>Chercher partout</translation>
        </message>
        <message>
            <source>Next part of the window</source>
            <translation>Partie suivante de la fenêtre</translation>
        </message>
        <message>
            <source>Ctrl 1 2 3</source>
            <translation>Ctrl 1 2 3</translation>
        </message>
        <message>
            <source>Queues, table, right pane</source>
            <translation>Files, tableau, volet droit</translation>
        </message>
        <message>
            <source>Ctrl J</source>
            <translation>Ctrl J</translation>
        </message>
        <message>
            <source>Changes not sent yet</source>
            <translation>Modifications pas encore envoyées</translation>
        </message>
        <message>
            <source>Ctrl B</source>
            <translation>Ctrl B</translation>
        </message>
        <message>
            <source>Control room</source>
            <translation>Salle de pilotage</translation>
        </message>
        <message>
            <source>This list</source>
            <translation>Cette liste</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Échap</translation>
        </message>
        <message>
            <source>Back; nothing is ever lost by it</source>
            <translation>Revenir ; rien ne s’y perd</translation>
        </message>
        <message>
            <source>Keys of the desk</source>
            <translation>Raccourcis clavier</translation>
        </message>
        <message>
            <source>F1 or ?</source>
            <translation>F1 ou ?</translation>
        </message>
        <message>
            <source>Menu</source>
            <comment>the context-menu key</comment>
            <translation>Menu</translation>
        </message>
        <message>
            <source>What can be done; columns, row height</source>
            <translation>Ce qui peut se faire ; colonnes, hauteur des lignes</translation>
        </message>
        <message>
            <source>Ctrl H</source>
            <translation>Ctrl H</translation>
        </message>
        <message>
            <source>Put on hold, resume</source>
            <translation>Mettre en attente, reprendre</translation>
        </message>
        <message>
            <source>Alt ⏎</source>
            <translation>Alt ⏎</translation>
        </message>
        <message>
            <source>Add the note</source>
            <translation>Noter</translation>
        </message>
        <message>
            <source>Ctrl PgUp</source>
            <translation>Ctrl Pg préc.</translation>
        </message>
        <message>
            <source>Previous open ticket; Ctrl PgDn the next</source>
            <translation>Ticket ouvert précédent ; Pg suiv., le suivant</translation>
        </message>
        <message>
            <source>Ctrl W</source>
            <translation>Ctrl W</translation>
        </message>
        <message>
            <source>Close the ticket's tab</source>
            <translation>Fermer l’onglet du ticket</translation>
        </message>
        <message>
            <source>Control room on the whole screen</source>
            <translation>Salle de pilotage en plein écran</translation>
        </message>
        <message>
            <source>Ctrl ,</source>
            <translation>Ctrl ,</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Ctrl Shift A</source>
            <translation>Ctrl Maj A</translation>
        </message>
        <message>
            <source>Attach a file; Ctrl V attaches a picture</source>
            <translation>Joindre un fichier ; Ctrl V joint une image</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::SideModel</name>
        <message>
            <source>My queues</source>
            <translation>Mes files</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>À moi</translation>
        </message>
        <message>
            <source>Nothing is yours just now. Take a ticket of your groups, or open one.</source>
            <translation>Rien à moi pour l’instant. Prendre un ticket d’un groupe, ou en ouvrir un.</translation>
        </message>
        <message>
            <source>My groups</source>
            <translation>Mes groupes</translation>
        </message>
        <message>
            <source>Your groups have nothing open. New tickets come here by themselves.</source>
            <translation>Rien d’ouvert dans les groupes. Les nouveaux tickets arrivent ici d’eux-mêmes.</translation>
        </message>
        <message>
            <source>Unassigned</source>
            <translation>Sans responsable</translation>
        </message>
        <message>
            <source>Everybody's ticket has somebody. Well done.</source>
            <translation>Chaque ticket a quelqu’un.</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>Bientôt en retard</translation>
        </message>
        <message>
            <source>No target falls within two hours.</source>
            <translation>Aucune échéance dans les deux heures.</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>En retard</translation>
        </message>
        <message>
            <source>Nothing is overdue.</source>
            <translation>Rien n’est en retard.</translation>
        </message>
        <message>
            <source>All open</source>
            <translation>Tous les ouverts</translation>
        </message>
        <message>
            <source>No ticket is open. Ctrl N opens one.</source>
            <translation>Aucun ticket ouvert. Ctrl N en ouvre un.</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Appels</translation>
        </message>
        <message>
            <source>Missed</source>
            <translation>Manqués</translation>
        </message>
        <message>
            <source>Log</source>
            <comment>of calls</comment>
            <translation>Journal</translation>
        </message>
        <message>
            <source>Being written</source>
            <translation>En cours d’écriture</translation>
        </message>
        <message>
            <source>Steering</source>
            <translation>Pilotage</translation>
        </message>
        <message>
            <source>Control room</source>
            <translation>Salle de pilotage</translation>
        </message>
        <message>
            <source>Major incidents</source>
            <translation>Incidents majeurs</translation>
        </message>
        <message>
            <source>No major incident is open.</source>
            <translation>Aucun incident majeur ouvert.</translation>
        </message>
        <message>
            <source>By organisation</source>
            <translation>Par collectivité</translation>
        </message>
        <message>
            <source>This organisation has nothing open.</source>
            <translation>Rien d’ouvert dans cette collectivité.</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::Sidebar</name>
        <message>
            <source>Queues and calls</source>
            <translation>Files et appels</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::SignInWindow</name>
        <message>
            <source>Sign in</source>
            <translation>Se connecter</translation>
        </message>
        <message>
            <source>The desk, with or without the network.</source>
            <translation>Le centre d’appels, avec ou sans réseau.</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>Identifiant</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Mot de passe</translation>
        </message>
        <message>
            <source>Without the network, the password opens the copy kept on this computer.</source>
            <translation>Sans réseau, le mot de passe ouvre la copie gardée sur ce poste.</translation>
        </message>
        <message>
            <source>The first sign-in on this computer needs the service.</source>
            <translation>La première connexion sur ce poste a besoin du service.</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>Connexion…</translation>
        </message>
        <message>
            <source>The service does not answer and no copy is kept here for this login. Check the address and the network.</source>
            <translation>Le service ne répond pas et aucune copie n’est gardée ici pour cet identifiant. Vérifier l’adresse et le réseau.</translation>
        </message>
        <message>
            <source>The copy on this computer is being emptied. Changes not sent yet are kept; they go out at the next sign-in.</source>
            <translation>La copie de ce poste est en train d’être vidée. Les modifications pas encore envoyées sont gardées ; elles partiront à la prochaine connexion.</translation>
        </message>
        <message>
            <source>The copy on this computer could not be emptied now; the next start tries again. Changes not sent yet are kept.</source>
            <translation>La copie de ce poste n’a pas pu être vidée pour l’instant ; le prochain démarrage réessaiera. Les modifications pas encore envoyées sont gardées.</translation>
        </message>
        <message>
            <source>The copy on this computer was emptied. Changes not sent yet are kept; they go out at the next sign-in.</source>
            <translation>La copie de ce poste a été vidée. Les modifications pas encore envoyées sont gardées ; elles partiront à la prochaine connexion.</translation>
        </message>
        <message>
            <source>This computer has been without the service for more than 14 days: its copy is locked. Changes not sent yet are kept. Sign in once the service can be reached.</source>
            <translation>Ce poste est resté plus de 14 jours sans le service : sa copie est verrouillée. Les modifications pas encore envoyées sont gardées. Se connecter dès que le service est joignable.</translation>
        </message>
        <message>
            <source>This console is too old for the service. Nothing is lost; install the newer version.</source>
            <translation>Cette console est trop ancienne pour le service. Rien n’est perdu ; installer la version récente.</translation>
        </message>
        <message numerus="yes">
            <source>Several wrong passwords. Without the service, the next try counts in %n second(s).</source>
            <translation>
                <numerusform>Plusieurs mots de passe erronés. Sans le service, le prochain essai compte dans %n seconde.</numerusform>
                <numerusform>Plusieurs mots de passe erronés. Sans le service, le prochain essai compte dans %n secondes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Several wrong passwords. Without the service, the next try counts in %n minute(s).</source>
            <translation>
                <numerusform>Plusieurs mots de passe erronés. Sans le service, le prochain essai compte dans %n minute.</numerusform>
                <numerusform>Plusieurs mots de passe erronés. Sans le service, le prochain essai compte dans %n minutes.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sign in</source>
            <comment>title of the window</comment>
            <translation>Connexion</translation>
        </message>
        <message>
            <source>The copy on this computer is empty: tickets and people come back with the service. Without the network, the password opens an empty desk; changes not sent yet are kept.</source>
            <translation>La copie de ce poste est vide : tickets et personnes reviennent avec le service. Sans réseau, le mot de passe ouvre un poste vide ; les modifications pas encore envoyées sont gardées.</translation>
        </message>
        <message>
            <source>The service has withdrawn this account: the session is over. An administrator can give it back.</source>
            <translation>Le service a retiré ce compte : la session est terminée. Un administrateur peut le rendre.</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::LeaveQuestion</name>
        <message>
            <source>Stay</source>
            <translation>Rester</translation>
        </message>
        <message>
            <source>Esc</source>
            <translation>Échap</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::SignOutQuestion</name>
        <message>
            <source>Sign out now?</source>
            <translation>Se déconnecter maintenant ?</translation>
        </message>
        <message>
            <source>Sign out all the same</source>
            <translation>Se déconnecter quand même</translation>
        </message>
        <message>
            <source>The service is not reached. Signing out empties the copy on this computer: until the service is back, whoever signs in here finds neither tickets nor people.</source>
            <translation>Le service est injoignable. La déconnexion vide la copie de ce poste : jusqu’au retour du service, toute personne qui se connecte ici ne trouvera ni tickets ni personnes.</translation>
        </message>
        <message>
            <source>Signing out empties the copy on this computer; it comes back with the next sign-in.</source>
            <translation>La déconnexion vide la copie de ce poste ; elle revient à la prochaine connexion.</translation>
        </message>
        <message>
            <source>The service has everything now. Signing out empties the copy on this computer; it comes back with the next sign-in.</source>
            <translation>Le service a maintenant tout reçu. La déconnexion vide la copie de ce poste ; elle revient à la prochaine connexion.</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) not sent yet stay here, behind your password, and go out after your next sign-in.</source>
            <translation>
                <numerusform>%n modification pas encore envoyée reste ici, protégée par votre mot de passe, et part après votre prochaine connexion.</numerusform>
                <numerusform>%n modifications pas encore envoyées restent ici, protégées par votre mot de passe, et partent après votre prochaine connexion.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::StatusStrip</name>
        <message>
            <source>Connecting…</source>
            <translation>Connexion…</translation>
        </message>
        <message>
            <source>First copy under way</source>
            <translation>Première copie en cours</translation>
        </message>
        <message>
            <source>Up to date</source>
            <translation>À jour</translation>
        </message>
        <message numerus="yes">
            <source>Sending %n change(s)</source>
            <translation>
                <numerusform>Envoi de %n modification</numerusform>
                <numerusform>Envoi de %n modifications</numerusform>
            </translation>
        </message>
        <message>
            <source>Offline since %1</source>
            <translation>Hors ligne depuis %1</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Hors ligne</translation>
        </message>
        <message>
            <source>This computer cannot save</source>
            <translation>Enregistrement impossible sur ce poste</translation>
        </message>
        <message>
            <source>This console is too old</source>
            <translation>Cette console est trop ancienne</translation>
        </message>
        <message>
            <source>its disk is full or fails; what comes is fetched once there is room</source>
            <translation>son disque est plein ou en panne ; le reste arrive dès qu’il y a de la place</translation>
        </message>
        <message>
            <source>the service needs a newer version; work goes on here and is sent after the update</source>
            <translation>le service demande une version plus récente ; le travail continue ici et part après la mise à jour</translation>
        </message>
        <message>
            <source>Sign in again</source>
            <translation>Se reconnecter</translation>
        </message>
        <message>
            <source>Opens the changes not sent yet</source>
            <translation>Montre les modifications pas encore envoyées</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) refused</source>
            <translation>
                <numerusform>%n modification refusée</numerusform>
                <numerusform>%n modifications refusées</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 rows so far; you can work meanwhile</source>
            <translation>%1 lignes reçues ; le travail peut commencer</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) kept here, sent when the network is back</source>
            <translation>
                <numerusform>%n modification gardée ici, envoyée au retour du réseau</numerusform>
                <numerusform>%n modifications gardées ici, envoyées au retour du réseau</numerusform>
            </translation>
        </message>
        <message>
            <source>everything works; changes are kept here</source>
            <translation>tout fonctionne ; les modifications sont gardées ici</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) kept here, sent after the sign-in</source>
            <translation>
                <numerusform>%n modification gardée ici, envoyée après la connexion</numerusform>
                <numerusform>%n modifications gardées ici, envoyées après la connexion</numerusform>
            </translation>
        </message>
        <message>
            <source>work goes on here; changes are sent after the sign-in</source>
            <translation>le travail continue ici ; les modifications partent après la connexion</translation>
        </message>
        <message numerus="yes">
            <source>%n conflict(s)</source>
            <translation>
                <numerusform>%n conflit</numerusform>
                <numerusform>%n conflits</numerusform>
            </translation>
        </message>
        <message>
            <source>Opens the list: values of yours that somebody else&apos;s replaced</source>
            <translation>Ouvre la liste : valeurs écrites ici, remplacées par celles de quelqu’un d’autre</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::SyncFeed</name>
        <message>
            <source>The copy on this computer was not what the service has: it is being fetched anew.</source>
            <translation>La copie de ce poste ne concordait pas avec le service : elle est reprise en entier.</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TicketActions</name>
        <message>
            <source>Take</source>
            <translation>Prendre</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Confier…</translation>
        </message>
        <message>
            <source>On hold…</source>
            <translation>Attente…</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reprendre</translation>
        </message>
        <message>
            <source>Resolve…</source>
            <translation>Résoudre…</translation>
        </message>
        <message>
            <source>Reopen…</source>
            <translation>Rouvrir…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Clore</translation>
        </message>
        <message>
            <source>Cancel the ticket…</source>
            <translation>Annuler le ticket…</translation>
        </message>
        <message>
            <source>Attach…</source>
            <translation>Rattacher…</translation>
        </message>
        <message>
            <source>Detach</source>
            <translation>Détacher</translation>
        </message>
        <message>
            <source>More actions</source>
            <translation>Autres actions</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TicketForm</name>
        <message>
            <source>Major incident</source>
            <translation>Incident majeur</translation>
        </message>
        <message>
            <source>More fields</source>
            <translation>Plus de champs</translation>
        </message>
        <message>
            <source>What is wrong, in one line</source>
            <translation>Ce qui ne va pas, en une ligne</translation>
        </message>
        <message>
            <source>No service</source>
            <translation>Aucun service</translation>
        </message>
        <message>
            <source>Impact, urgency</source>
            <translation>Impact, urgence</translation>
        </message>
        <message>
            <source>What the person sees, since when, what was tried…</source>
            <translation>Ce que la personne voit, depuis quand, ce qui a été essayé…</translation>
        </message>
        <message>
            <source>The requester</source>
            <translation>Le demandeur</translation>
        </message>
        <message>
            <source>Words, separated by commas</source>
            <translation>Mots séparés par des virgules</translation>
        </message>
        <message>
            <source>No organisation</source>
            <translation>Aucune collectivité</translation>
        </message>
        <message>
            <source>No site</source>
            <translation>Aucun site</translation>
        </message>
        <message>
            <source>No equipment</source>
            <translation>Aucun équipement</translation>
        </message>
        <message>
            <source>Kind, channel</source>
            <translation>Nature, canal</translation>
        </message>
        <message>
            <source>No group</source>
            <translation>Aucun groupe</translation>
        </message>
        <message>
            <source>Fewer fields</source>
            <translation>Moins de champs</translation>
        </message>
        <message>
            <source>Restricted ticket</source>
            <translation>Ticket confidentiel</translation>
        </message>
        <message>
            <source>Read by those alone to whom the restricted part of the organisation is granted; settled when the ticket is opened</source>
            <translation>Lu des seules personnes habilitées à la partie confidentielle de la collectivité ; fixé à l’ouverture du ticket</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TicketHeader</name>
        <message>
            <source>Newer version</source>
            <translation>Version plus récente</translation>
        </message>
        <message>
            <source>Some of its values come from a newer version of the service: this console cannot show them</source>
            <translation>Certaines de ses valeurs viennent d’une version plus récente du service : cette console ne peut pas les afficher</translation>
        </message>
        <message>
            <source>unknown state</source>
            <translation>état inconnu</translation>
        </message>
        <message>
            <source>refused, not on record</source>
            <translation>refusé, non enregistré</translation>
        </message>
        <message>
            <source>overdue by %1</source>
            <translation>en retard de %1</translation>
        </message>
        <message>
            <source>due %1</source>
            <translation>échéance %1</translation>
        </message>
        <message>
            <source>Major incident</source>
            <translation>Incident majeur</translation>
        </message>
        <message>
            <source>not sent yet</source>
            <translation>pas encore envoyé</translation>
        </message>
        <message>
            <source>Ticket %1</source>
            <translation>Ticket %1</translation>
        </message>
        <message>
            <source>State: %1</source>
            <translation>État : %1</translation>
        </message>
        <message>
            <source>nobody has it yet</source>
            <translation>sans responsable</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>jusqu’à %1</translation>
        </message>
        <message>
            <source>opened %1</source>
            <translation>ouvert %1</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) attached</source>
            <translation>
                <numerusform>%n ticket rattaché</numerusform>
                <numerusform>%n tickets rattachés</numerusform>
            </translation>
        </message>
        <message>
            <source>Attached to %1 · %2</source>
            <translation>Rattaché à %1 · %2</translation>
        </message>
        <message>
            <source>Restricted</source>
            <translation>Confidentiel</translation>
        </message>
        <message>
            <source>Read by those alone to whom the restricted part of the organisation is granted</source>
            <translation>Lu des seules personnes habilitées à la partie confidentielle de la collectivité</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TicketLines</name>
        <message>
            <source>Open tickets</source>
            <translation>Tickets ouverts</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>et %n autre</numerusform>
                <numerusform>et %n autres</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TicketView</name>
        <message>
            <source>Hand the ticket over</source>
            <translation>Confier le ticket</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Confier</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Groupe</translation>
        </message>
        <message>
            <source>No group</source>
            <translation>Aucun groupe</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>Responsable</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>Personne</translation>
        </message>
        <message>
            <source>Word for them</source>
            <translation>Mot pour la suite</translation>
        </message>
        <message>
            <source>What was done, what is missing</source>
            <translation>Ce qui a été fait, ce qui manque</translation>
        </message>
        <message>
            <source>Put the ticket on hold</source>
            <translation>Mettre le ticket en attente</translation>
        </message>
        <message>
            <source>Put on hold</source>
            <translation>Mettre en attente</translation>
        </message>
        <message>
            <source>Waits for</source>
            <translation>Attend</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Jusqu’à</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Pourquoi</translation>
        </message>
        <message>
            <source>Resolve the ticket</source>
            <translation>Résoudre le ticket</translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation>Résoudre</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>What was done</source>
            <translation>Ce qui a été fait</translation>
        </message>
        <message>
            <source>What helped, for the requester and for the next time</source>
            <translation>Ce qui a aidé, pour le demandeur et pour la prochaine fois</translation>
        </message>
        <message>
            <source>Reopen the ticket</source>
            <translation>Rouvrir le ticket</translation>
        </message>
        <message>
            <source>Reopen</source>
            <translation>Rouvrir</translation>
        </message>
        <message>
            <source>Cancel the ticket</source>
            <translation>Annuler le ticket</translation>
        </message>
        <message>
            <source>Attach to another ticket</source>
            <translation>Rattacher à un autre ticket</translation>
        </message>
        <message>
            <source>Attach</source>
            <translation>Rattacher</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Numéro</translation>
        </message>
        <message>
            <source>7K-141</source>
            <translation>7K-141</translation>
        </message>
        <message>
            <source>%1 wrote it at %2; it reached the service after yours.</source>
            <translation>Écrit par %1 (%2), arrivé au service après.</translation>
        </message>
        <message>
            <source>What is written here is not saved yet. Closing once more gives it up.</source>
            <translation>Ce qui est écrit ici n’est pas encore enregistré. Fermer encore une fois l’abandonne.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Enregistré.</translation>
        </message>
        <message>
            <source>Saved. The note waits here until you note it.</source>
            <translation>Enregistré. La note attend ici que vous la notiez.</translation>
        </message>
        <message>
            <source>Not saved: %1. What is written stays here and is saved as soon as that is possible.</source>
            <translation>Pas enregistré : %1. Ce qui est écrit reste ici et sera enregistré dès que possible.</translation>
        </message>
        <message>
            <source>Not saved. What is written stays here; look at what is marked.</source>
            <translation>Pas enregistré. Ce qui est écrit reste ici ; voyez ce qui est signalé.</translation>
        </message>
        <message>
            <source>Read from the service</source>
            <translation>Lire sur le service</translation>
        </message>
        <message>
            <source>This ticket has just left this desk: closed long ago, it stands at the service alone. What was written here is kept.</source>
            <translation>Ce ticket vient de quitter ce poste : clos depuis longtemps, il n’est plus que sur le service. Ce qui était écrit ici est gardé.</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TicketWords</name>
        <message>
            <source>Equipment</source>
            <translation>Équipement</translation>
        </message>
        <message>
            <source>Tool</source>
            <translation>Outil</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Adresse du poste</translation>
        </message>
        <message>
            <source>The person agreed</source>
            <translation>Accord de la personne</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>Durée</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>Beneficiary</source>
            <translation>Bénéficiaire</translation>
        </message>
        <message>
            <source>not known here</source>
            <translation>inconnu ici</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>oui</translation>
        </message>
        <message>
            <source>no</source>
            <translation>non</translation>
        </message>
        <message>
            <source>Repaired</source>
            <translation>Réparé</translation>
        </message>
        <message>
            <source>Explained</source>
            <translation>Expliqué</translation>
        </message>
        <message>
            <source>Worked around</source>
            <translation>Contourné</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>Livré</translation>
        </message>
        <message>
            <source>No fault found</source>
            <translation>Aucun défaut constaté</translation>
        </message>
        <message>
            <source>Already reported</source>
            <translation>Déjà signalé</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TimelineDelegate</name>
        <message>
            <source>Text of the entry</source>
            <translation>Texte de l’entrée</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TimelineModel</name>
        <message>
            <source>not sent yet</source>
            <translation>pas encore envoyé</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1 : %2</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation>%1 : %2 → %3</translation>
        </message>
        <message>
            <source>%1, arrived later</source>
            <comment>time</comment>
            <translation>%1, arrivé après</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TimelineView</name>
        <message>
            <source>History</source>
            <translation>Historique</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copier</translation>
        </message>
        <message>
            <source>Show the text</source>
            <translation>Afficher le texte</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::Times</name>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 h</translation>
        </message>
        <message>
            <source>%1 h %2</source>
            <translation>%1 h %2</translation>
        </message>
        <message>
            <source>%1 d</source>
            <translation>%1 j</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>demain</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>à l’instant</translation>
        </message>
        <message>
            <source>%1 ago</source>
            <translation>il y a %1</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>hier</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>hier %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, time</comment>
            <translation>%1, %2</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::TransferEntry</name>
        <message>
            <source>Transfer</source>
            <translation>Transférer</translation>
        </message>
        <message>
            <source>Pass the call on</source>
            <translation>Transférer l’appel</translation>
        </message>
        <message>
            <source>Pass the call on to</source>
            <translation>Transférer l’appel à</translation>
        </message>
        <message>
            <source>Number, extension or name</source>
            <translation>Numéro, poste ou nom</translation>
        </message>
        <message>
            <source>Colleagues</source>
            <translation>Collègues</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::UnkeptQuestion</name>
        <message>
            <source>Leave without keeping it?</source>
            <translation>Quitter sans le garder ?</translation>
        </message>
        <message>
            <source>What is written in an open ticket is not kept on this machine, or not saved yet: it would be lost. Where the disk is full, free some space; it is then kept by itself.</source>
            <translation>Ce qui est écrit dans un ticket ouvert n’est pas gardé sur ce poste, ou pas encore enregistré : ce serait perdu. Si le disque est plein, libérez de la place ; ce sera alors gardé tout seul.</translation>
        </message>
        <message>
            <source>Leave and lose it</source>
            <translation>Quitter et le perdre</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::Words</name>
        <message>
            <source>New</source>
            <translation>Nouveau</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>En cours</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En attente</translation>
        </message>
        <message>
            <source>Resolved</source>
            <translation>Résolu</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Clos</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Annulé</translation>
        </message>
        <message>
            <source>Incident</source>
            <translation>Incident</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Demande</translation>
        </message>
        <message>
            <source>requester</source>
            <comment>what a ticket waits for</comment>
            <translation>demandeur</translation>
        </message>
        <message>
            <source>supplier</source>
            <comment>what a ticket waits for</comment>
            <translation>fournisseur</translation>
        </message>
        <message>
            <source>spare part</source>
            <comment>what a ticket waits for</comment>
            <translation>pièce</translation>
        </message>
        <message>
            <source>appointment</source>
            <comment>what a ticket waits for</comment>
            <translation>rendez-vous</translation>
        </message>
        <message>
            <source>other reason</source>
            <comment>what a ticket waits for</comment>
            <translation>autre raison</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>At the counter</source>
            <translation>Au guichet</translation>
        </message>
        <message>
            <source>Portal</source>
            <translation>Portail</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Courriel</translation>
        </message>
        <message>
            <source>Chat</source>
            <translation>Messagerie instantanée</translation>
        </message>
        <message>
            <source>Other channel</source>
            <translation>Autre canal</translation>
        </message>
        <message>
            <source>Operator</source>
            <translation>Opérateur</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>Superviseur</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>Administrateur</translation>
        </message>
        <message>
            <source>Business agent</source>
            <translation>Agent métier</translation>
        </message>
        <message>
            <source>Workstation</source>
            <translation>Poste de travail</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>Téléphone</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>Imprimante</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Serveur</translation>
        </message>
        <message>
            <source>Application</source>
            <translation>Application</translation>
        </message>
        <message>
            <source>Other equipment</source>
            <translation>Autre équipement</translation>
        </message>
        <message>
            <source>direct line</source>
            <translation>ligne directe</translation>
        </message>
        <message>
            <source>extension</source>
            <translation>poste</translation>
        </message>
        <message>
            <source>mobile</source>
            <translation>mobile</translation>
        </message>
        <message>
            <source>switchboard</source>
            <translation>standard</translation>
        </message>
        <message>
            <source>learned</source>
            <translation>appris</translation>
        </message>
        <message>
            <source>Dialling</source>
            <translation>Numérotation</translation>
        </message>
        <message>
            <source>Ringing</source>
            <translation>Sonne</translation>
        </message>
        <message>
            <source>Outgoing call</source>
            <translation>Appel passé</translation>
        </message>
        <message>
            <source>Call taken</source>
            <translation>Appel pris</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Sans réponse</translation>
        </message>
        <message>
            <source>Missed call</source>
            <translation>Appel manqué</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Rejeté</translation>
        </message>
        <message>
            <source>Busy</source>
            <comment>a telephone line</comment>
            <translation>Occupé</translation>
        </message>
        <message>
            <source>Caller hung up</source>
            <translation>Appel abandonné</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>Disponible</translation>
        </message>
        <message>
            <source>On a call</source>
            <translation>En appel</translation>
        </message>
        <message>
            <source>Wrap-up</source>
            <translation>Après-appel</translation>
        </message>
        <message>
            <source>Break</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Away</source>
            <translation>Absent</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>Ouverture</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Modification</translation>
        </message>
        <message>
            <source>Taken in charge</source>
            <translation>Prise en charge</translation>
        </message>
        <message>
            <source>Assigned</source>
            <translation>Affectation</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>Note interne</translation>
        </message>
        <message>
            <source>Note to the requester</source>
            <translation>Note au demandeur</translation>
        </message>
        <message>
            <source>Put on hold</source>
            <translation>Mise en attente</translation>
        </message>
        <message>
            <source>Resumed</source>
            <translation>Reprise</translation>
        </message>
        <message>
            <source>Reopened</source>
            <translation>Réouverture</translation>
        </message>
        <message>
            <source>Linked</source>
            <translation>Rattachement</translation>
        </message>
        <message>
            <source>Remote help</source>
            <translation>Prise en main</translation>
        </message>
        <message>
            <source>File attached</source>
            <translation>Fichier joint</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Done with a newer version</source>
            <translation>Fait avec une version plus récente</translation>
        </message>
        <message>
            <source>Whole organisation</source>
            <translation>Collectivité entière</translation>
        </message>
        <message>
            <source>Whole service</source>
            <translation>Service entier</translation>
        </message>
        <message>
            <source>One person</source>
            <translation>Une personne</translation>
        </message>
        <message>
            <source>High</source>
            <comment>urgency</comment>
            <translation>Haute</translation>
        </message>
        <message>
            <source>Medium</source>
            <comment>urgency</comment>
            <translation>Moyenne</translation>
        </message>
        <message>
            <source>Low</source>
            <comment>urgency</comment>
            <translation>Basse</translation>
        </message>
        <message>
            <source>lunch</source>
            <translation>déjeuner</translation>
        </message>
        <message>
            <source>short break</source>
            <translation>courte</translation>
        </message>
        <message>
            <source>training</source>
            <translation>formation</translation>
        </message>
        <message>
            <source>desk work</source>
            <translation>travail au bureau</translation>
        </message>
        <message>
            <source>today</source>
            <translation>aujourd’hui</translation>
        </message>
        <message>
            <source>1 to 3 days</source>
            <translation>1 à 3 jours</translation>
        </message>
        <message>
            <source>4 to 7 days</source>
            <translation>4 à 7 jours</translation>
        </message>
        <message>
            <source>8 to 30 days</source>
            <translation>8 à 30 jours</translation>
        </message>
        <message>
            <source>more than 30 days</source>
            <translation>plus de 30 jours</translation>
        </message>
        <message>
            <source>The session is over.</source>
            <translation>La session est terminée.</translation>
        </message>
        <message>
            <source>The machine refused the session.</source>
            <translation>La machine a refusé la session.</translation>
        </message>
        <message>
            <source>The machine does not answer.</source>
            <translation>La machine ne répond pas.</translation>
        </message>
        <message>
            <source>The machine did not accept the password.</source>
            <translation>La machine n’a pas accepté le mot de passe.</translation>
        </message>
        <message>
            <source>The caller did not agree.</source>
            <translation>La personne n’est pas d’accord.</translation>
        </message>
        <message>
            <source>The connection was lost.</source>
            <translation>La connexion a été perdue.</translation>
        </message>
        <message>
            <source>The program is not installed on this computer.</source>
            <translation>Le programme n’est pas installé sur ce poste.</translation>
        </message>
        <message>
            <source>Something in this entry does not hold. Nothing was changed; correct it and try again.</source>
            <translation>Quelque chose ne va pas dans cette saisie. Rien n’a changé ; corriger puis réessayer.</translation>
        </message>
        <message>
            <source>This is not here, or not within your rights. Nothing was changed.</source>
            <translation>Introuvable, ou hors des droits de ce compte. Rien n’a changé.</translation>
        </message>
        <message>
            <source>This cannot be done in the ticket's present state. Nothing was changed; look at its history.</source>
            <translation>L’état actuel du ticket ne le permet pas. Rien n’a changé ; voir son historique.</translation>
        </message>
        <message>
            <source>Your rights do not reach this far. Nothing was changed; a supervisor can grant them.</source>
            <translation>Les droits de ce compte ne vont pas jusque-là. Rien n’a changé ; un superviseur peut les donner.</translation>
        </message>
        <message>
            <source>Login or password is not right. Nothing is lost; try again.</source>
            <translation>Identifiant ou mot de passe inexact. Rien n’est perdu ; réessayer.</translation>
        </message>
        <message>
            <source>The disk could not be read or written. What was saved before is kept; check the disk, then try again.</source>
            <translation>Le disque n’a pas pu être lu ou écrit. Ce qui était enregistré est gardé ; vérifier le disque puis réessayer.</translation>
        </message>
        <message>
            <source>The disk is full. What was saved before is kept; free some space, then try again.</source>
            <translation>Le disque est plein. Ce qui était enregistré est gardé ; libérer de la place puis réessayer.</translation>
        </message>
        <message>
            <source>The local copy is damaged. Unsent changes are kept apart; the copy will be fetched anew.</source>
            <translation>La copie locale est abîmée. Les modifications non envoyées sont mises à l’abri ; la copie sera reprise au service.</translation>
        </message>
        <message>
            <source>The local copy was written by a newer version. It is kept as it is; install the newer version.</source>
            <translation>La copie locale vient d’une version plus récente. Elle reste telle quelle ; installer la version récente.</translation>
        </message>
        <message>
            <source>Another window already uses this desk's copy. It is kept as it is; use that window or close it.</source>
            <translation>Une autre fenêtre utilise déjà la copie de ce poste. Elle reste telle quelle ; aller à cette fenêtre ou la fermer.</translation>
        </message>
        <message>
            <source>The service was not reached. Everything is kept here and sent when it is back.</source>
            <translation>Le service ne répond pas. Tout est gardé ici et envoyé à son retour.</translation>
        </message>
        <message>
            <source>The answer took too long. Everything is kept here; it will be tried again.</source>
            <translation>La réponse a trop tardé. Tout est gardé ici ; un nouvel essai suivra.</translation>
        </message>
        <message>
            <source>This is busy just now. Nothing is lost; try again in a moment.</source>
            <translation>Occupé pour l’instant. Rien n’est perdu ; réessayer dans un moment.</translation>
        </message>
        <message>
            <source>The service answered something unexpected. Everything is kept here; tell your administrator.</source>
            <translation>Le service a répondu de façon inattendue. Tout est gardé ici ; prévenir l’administrateur.</translation>
        </message>
        <message>
            <source>This was cancelled. Nothing was changed.</source>
            <translation>Annulé. Rien n’a changé.</translation>
        </message>
        <message>
            <source>It was damaged on the disk of this computer and was not sent. What can be read of it is kept here: write it anew.</source>
            <translation>Cette saisie a été abîmée sur le disque de cet ordinateur et n’est pas partie. Ce qui en reste lisible est gardé ici : à ressaisir.</translation>
        </message>
        <message>
            <source>Somebody else took it first.</source>
            <translation>Quelqu’un d’autre l’a pris avant.</translation>
        </message>
        <message>
            <source>It was changed elsewhere in the meantime: both versions are kept, choose one.</source>
            <translation>Modifié ailleurs entre-temps : les deux versions sont gardées, en choisir une.</translation>
        </message>
        <message>
            <source>It is no longer there. What you wrote is kept here.</source>
            <translation>Cela n’existe plus. Ce qui a été écrit est gardé ici.</translation>
        </message>
        <message>
            <source>Your rights do not reach this far. What you wrote is kept here.</source>
            <translation>Les droits de ce compte ne vont pas jusque-là. Ce qui a été écrit est gardé ici.</translation>
        </message>
        <message>
            <source>The service could not accept it. What you wrote is kept here.</source>
            <translation>Le service n’a pas pu l’accepter. Ce qui a été écrit est gardé ici.</translation>
        </message>
        <message>
            <source>New ticket</source>
            <translation>Nouveau ticket</translation>
        </message>
        <message>
            <source>Change of a field</source>
            <translation>Modification d’un champ</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Étiquettes</translation>
        </message>
        <message>
            <source>Taking in charge</source>
            <translation>Prise en charge</translation>
        </message>
        <message>
            <source>Assignment</source>
            <translation>Affectation</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Putting on hold</source>
            <translation>Mise en attente</translation>
        </message>
        <message>
            <source>Resumption</source>
            <translation>Reprise</translation>
        </message>
        <message>
            <source>Resolution</source>
            <translation>Résolution</translation>
        </message>
        <message>
            <source>Reopening</source>
            <translation>Réouverture</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>Clôture</translation>
        </message>
        <message>
            <source>Cancellation</source>
            <translation>Annulation</translation>
        </message>
        <message>
            <source>Link to an incident</source>
            <translation>Rattachement</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>Nouvelle personne</translation>
        </message>
        <message>
            <source>Change of a person</source>
            <translation>Modification d’une personne</translation>
        </message>
        <message>
            <source>Number learned</source>
            <translation>Numéro appris</translation>
        </message>
        <message>
            <source>Number removed</source>
            <translation>Numéro retiré</translation>
        </message>
        <message>
            <source>Call log</source>
            <translation>Journal des appels</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Nature</translation>
        </message>
        <message>
            <source>State</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Reason for waiting</source>
            <translation>Raison de l’attente</translation>
        </message>
        <message>
            <source>Waiting until</source>
            <translation>En attente jusqu’au</translation>
        </message>
        <message>
            <source>Impact</source>
            <translation>Impact</translation>
        </message>
        <message>
            <source>Urgency</source>
            <translation>Urgence</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorité</translation>
        </message>
        <message>
            <source>Major incident</source>
            <translation>Incident majeur</translation>
        </message>
        <message>
            <source>Requester</source>
            <translation>Demandeur</translation>
        </message>
        <message>
            <source>Beneficiary</source>
            <translation>Bénéficiaire</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Collectivité</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>Site</translation>
        </message>
        <message>
            <source>Equipment</source>
            <translation>Équipement</translation>
        </message>
        <message>
            <source>Service</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Groupe</translation>
        </message>
        <message>
            <source>Assignee</source>
            <translation>Responsable</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Canal</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Résumé</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Description</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>Étiquettes</translation>
        </message>
        <message>
            <source>Parent incident</source>
            <translation>Incident parent</translation>
        </message>
        <message>
            <source>Resolution code</source>
            <translation>Code de résolution</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Prénom</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Function</source>
            <translation>Fonction</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>E-mail address</source>
            <translation>Courriel</translation>
        </message>
        <message>
            <source>Login</source>
            <translation>Identifiant</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Numéros</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>VIP</source>
            <translation>VIP</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>Remarque</translation>
        </message>
        <message>
            <source>The text has %1 characters, %2 at most are taken. Nothing was sent, the text is kept: shorten it and try again.</source>
            <translation>Le texte compte %1 caractères, %2 au plus sont acceptés. Rien n’a été envoyé, le texte est gardé : le raccourcir puis réessayer.</translation>
        </message>
        <message>
            <source>A ticket cannot hang on one that hangs on it.</source>
            <translation>Un ticket ne peut pas être rattaché à un ticket qui lui est déjà rattaché.</translation>
        </message>
        <message>
            <source>The clock of this computer is wrong: set it right, then do it again.</source>
            <translation>L’horloge de cet ordinateur n’est pas à l’heure : réglez-la, puis recommencez.</translation>
        </message>
        <message>
            <source>The parent incident is no longer there, or is of another organisation.</source>
            <translation>L’incident parent n’est plus là ou relève d’une autre collectivité.</translation>
        </message>
        <message>
            <source>%1: what was chosen is no longer there.</source>
            <translation>%1 : ce qui était choisi n’est plus là.</translation>
        </message>
        <message>
            <source>%1 Nothing was changed; choose another.</source>
            <translation>%1 Rien n’a été modifié ; faites un autre choix.</translation>
        </message>
        <message>
            <source>%1 What you wrote is kept here.</source>
            <translation>%1 Ce que vous avez écrit est gardé ici.</translation>
        </message>
        <message>
            <source>the disk is full</source>
            <comment>why something is not kept</comment>
            <translation>le disque est plein</translation>
        </message>
        <message>
            <source>the disk cannot be written</source>
            <comment>why something is not kept</comment>
            <translation>le disque refuse d’écrire</translation>
        </message>
        <message>
            <source>the copy here does not take it</source>
            <comment>why something is not kept</comment>
            <translation>la copie de ce poste le refuse</translation>
        </message>
    </context>
    <context>
        <name>comptoir::ui::CopyGap</name>
        <message>
            <source>The copy on this computer is not filled yet</source>
            <translation>La copie de ce poste n’est pas encore remplie</translation>
        </message>
        <message>
            <source>The copy is being fetched</source>
            <translation>La copie est en cours de réception</translation>
        </message>
        <message>
            <source>What stands at the service comes once it answers. You can work meanwhile.</source>
            <translation>Ce que le service connaît arrive dès qu’il répond. Le travail peut continuer en attendant.</translation>
        </message>
        <message>
            <source>What stands at the service comes by itself once it is back. You can work meanwhile.</source>
            <translation>Ce que le service connaît arrive tout seul dès son retour. Le travail peut continuer en attendant.</translation>
        </message>
        <message>
            <source>What stands at the service comes once this computer can save again: its disk is full or fails.</source>
            <translation>Ce que le service connaît arrive dès que ce poste peut de nouveau enregistrer : son disque est plein ou défaillant.</translation>
        </message>
        <message>
            <source>What stands at the service comes once a newer version of this console is installed. You can work meanwhile.</source>
            <translation>Ce que le service connaît arrive dès qu’une version plus récente de cette console est installée. Le travail peut continuer en attendant.</translation>
        </message>
        <message>
            <source>What stands at the service comes once you have signed in again. You can work meanwhile.</source>
            <translation>Ce que le service connaît arrive après une nouvelle connexion. Le travail peut continuer en attendant.</translation>
        </message>
        <message>
            <source>%1 rows so far; what is missing appears by itself. You can work meanwhile.</source>
            <translation>%1 lignes reçues ; ce qui manque apparaît tout seul. Le travail peut continuer en attendant.</translation>
        </message>
        <message>
            <source>What is missing appears by itself. You can work meanwhile.</source>
            <translation>Ce qui manque apparaît tout seul. Le travail peut continuer en attendant.</translation>
        </message>
    </context>
</TS>
