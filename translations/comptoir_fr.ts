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
        <source>No tool of the desk&apos;s policy reaches this machine. Go on by telephone, or send somebody.</source>
        <translation>Aucun outil autorisé n’atteint ce poste. Continuer par téléphone, ou envoyer quelqu’un.</translation>
    </message>
    <message>
        <source>Take control of %1</source>
        <translation>Prendre la main sur %1</translation>
    </message>
    <message>
        <source>Ask the person first: “May I take control of your computer?” Their answer is written in the ticket.</source>
        <translation>Demander d’abord à la personne : « Puis-je prendre la main sur votre poste ? » Sa réponse est écrite dans le ticket.</translation>
    </message>
    <message>
        <source>%1 → %2
%3</source>
        <translation>%1 → %2
%3</translation>
    </message>
    <message>
        <source>What will run: %1</source>
        <translation>Ce qui sera lancé : %1</translation>
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
        <source>Close the tool&apos;s window or press the button when it is done.</source>
        <translation>Fermer la fenêtre de l’outil, ou terminer ici.</translation>
    </message>
    <message>
        <source>This tool does not tell when it ends: press the button when it is done.</source>
        <translation>Cet outil ne dit pas quand il se ferme : terminer ici.</translation>
    </message>
    <message>
        <source>Remote help did not start: %1 does not answer.</source>
        <translation>La prise en main n’a pas démarré : %1 ne répond pas.</translation>
    </message>
    <message>
        <source>Remote help did not start: it was refused on %1.</source>
        <translation>La prise en main n’a pas démarré : elle a été refusée sur %1.</translation>
    </message>
    <message>
        <source>Remote help did not start: %1 did not accept the password.</source>
        <translation>La prise en main n’a pas démarré : %1 n’a pas accepté le mot de passe.</translation>
    </message>
    <message>
        <source>Remote help did not start: the tool is not installed on this desk.</source>
        <translation>La prise en main n’a pas démarré : l’outil n’est pas installé sur ce poste.</translation>
    </message>
    <message>
        <source>Remote help ended: the connection to %1 broke.</source>
        <translation>La prise en main s’est arrêtée : la liaison avec %1 a été coupée.</translation>
    </message>
    <message>
        <source>Remote help on %1: %2.</source>
        <translation>Prise en main de %1 : %2.</translation>
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
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>No open ticket.</source>
        <translation>Aucun ticket ouvert.</translation>
    </message>
    <message numerus="yes">
        <source>%n more, %1 open</source>
        <translation>
            <numerusform>et %n autre, %1 ouverts</numerusform>
            <numerusform>et %n autres, %1 ouverts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>comptoir::ui::BarRow</name>
    <message>
        <source>%1: %2 open, %3 late</source>
        <translation>%1 : %2 ouverts, %3 en retard</translation>
    </message>
    <message>
        <source>%1: %2 open</source>
        <translation>%1 : %2 ouverts</translation>
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
        <translation>Mur d’écran</translation>
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
        <source>by this desk&apos;s mirror</source>
        <translation>d’après ce poste</translation>
    </message>
    <message>
        <source>open the calls</source>
        <translation>ouvrir les appels</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>appels</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>tickets</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Quitter le plein écran</translation>
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
        <translation>Nom, numéro, adresse, service</translation>
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
        <translation>Écarter le brouillon ; il peut être repris</translation>
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
        <translation>Version d’ici : « %1 ». Ce qui vaut : « %2 ». %3</translation>
    </message>
</context>
<context>
    <name>comptoir::ui::IdentityLine</name>
    <message>
        <source>Sure at %1 %</source>
        <translation>Sûre à %1 %</translation>
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
        <source>same name as the telephone shows</source>
        <translation>même nom qu’au téléphone</translation>
    </message>
    <message>
        <source>confirmed by you</source>
        <translation>confirmé ici</translation>
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
        <translation>Note pour le bureau</translation>
    </message>
    <message>
        <source>Tell the requester</source>
        <translation>Dire au demandeur</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Noter</translation>
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
        <translation>—, service injoignable : ce que font les opérateurs n’est pas connu.</translation>
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
        <translation>Adresse</translation>
    </message>
    <message>
        <source>A person needs a last name or an e-mail.</source>
        <translation>Il faut un nom ou une adresse.</translation>
    </message>
    <message>
        <source>Choose the organisation: the person and their tickets live there.</source>
        <translation>Choisir la collectivité : la personne et ses tickets y vivent.</translation>
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
    <name>comptoir::ui::RefusedList</name>
    <message>
        <source>%1 was refused.</source>
        <translation>Refusé : %1.</translation>
    </message>
    <message>
        <source>Yours: “%1”.</source>
        <translation>Version d’ici : « %1 ».</translation>
    </message>
    <message>
        <source>What stands: %1 “%2”.</source>
        <translation>Ce qui vaut : %1 « %2 ».</translation>
    </message>
    <message>
        <source>Into a note</source>
        <translation>Mettre en note</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
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
        <source>Put on hold…</source>
        <translation>Mettre en attente…</translation>
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
        <translation>Fermer</translation>
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
</context>
<context>
    <name>comptoir::ui::TicketHeader</name>
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
        <translation>État : %1</translation>
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
        <translation>Cible</translation>
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
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1 : %2 → %3</translation>
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
</TS>
