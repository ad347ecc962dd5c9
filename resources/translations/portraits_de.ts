<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Document</name>
    <message>
      <source>Rename project</source>
      <translation>Projekt umbenennen</translation>
    </message>
  </context>
  <context>
    <name>EngineStopped</name>
    <message>
      <source>A fresh engine is starting.</source>
      <translation>Eine neue Engine startet.</translation>
    </message>
    <message>
      <source>A fresh engine is starting. Run the job again from the queue.</source>
      <translation>Eine neue Engine startet. Den Auftrag aus der Warteschlange wiederholen.</translation>
    </message>
    <message>
      <source>A fresh engine is starting. You can go on working.</source>
      <translation>Eine neue Engine startet. Die Arbeit kann weitergehen.</translation>
    </message>
    <message>
      <source>Look at the log, then start the engine again.</source>
      <translation>Das Protokoll ansehen, dann die Engine neu starten.</translation>
    </message>
    <message>
      <source>The engine belongs to another version of Portraits; install Portraits again</source>
      <translation>Die Engine gehört zu einer anderen Version von Portraits; Portraits neu installieren</translation>
    </message>
    <message>
      <source>The engine could not be started</source>
      <translation>Die Engine konnte nicht gestartet werden</translation>
    </message>
    <message>
      <source>The engine crashed</source>
      <translation>Die Engine ist abgestürzt</translation>
    </message>
    <message>
      <source>The engine gave no sign of life for too long and was ended</source>
      <translation>Die Engine gab zu lange kein Lebenszeichen und wurde beendet</translation>
    </message>
    <message>
      <source>The engine sent something unreadable and was ended</source>
      <translation>Die Engine hat etwas Unlesbares gesendet und wurde beendet</translation>
    </message>
    <message>
      <source>The engine was ended from outside, most likely because the computer's memory ran out</source>
      <translation>Die Engine wurde von außen beendet, wahrscheinlich weil der Arbeitsspeicher ausging</translation>
    </message>
    <message>
      <source>The engine was stopped</source>
      <translation>Die Engine wurde angehalten</translation>
    </message>
    <message>
      <source>Your project and the waiting jobs are safe.</source>
      <translation>Das Projekt und die wartenden Aufträge sind sicher.</translation>
    </message>
  </context>
  <context>
    <name>FilmFrames</name>
    <message>
      <source>This film is too large to be shown here. Render it to see it.</source>
      <translation>Dieser Film ist zu groß für die Anzeige. Zum Ansehen rendern.</translation>
    </message>
  </context>
  <context>
    <name>Gallery</name>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>Länge</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Prompt</source>
      <translation>Prompt</translation>
    </message>
    <message>
      <source>Rating</source>
      <translation>Bewertung</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
  </context>
  <context>
    <name>GalleryModel</name>
    <message>
      <source>Add board</source>
      <translation>Tafel anlegen</translation>
    </message>
    <message>
      <source>Mark</source>
      <translation>Markieren</translation>
    </message>
    <message>
      <source>Put on board</source>
      <translation>Auf Tafel legen</translation>
    </message>
    <message>
      <source>Rate</source>
      <translation>Bewerten</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove board</source>
      <translation>Tafel entfernen</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Rename board</source>
      <translation>Tafel umbenennen</translation>
    </message>
    <message>
      <source>Take off board</source>
      <translation>Von Tafel nehmen</translation>
    </message>
  </context>
  <context>
    <name>Importer</name>
    <message>
      <source>Add files</source>
      <translation>Dateien hinzufügen</translation>
    </message>
    <message>
      <source>Add results</source>
      <translation>Ergebnisse hinzufügen</translation>
    </message>
  </context>
  <context>
    <name>JobQueue</name>
    <message>
      <source>Its recipe is kept.</source>
      <translation>Sein Rezept bleibt erhalten.</translation>
    </message>
    <message>
      <source>Portraits ended unexpectedly while this job ran.</source>
      <translation>Portraits endete unerwartet, während dieser Auftrag lief.</translation>
    </message>
    <message>
      <source>Run it again when you want its result.</source>
      <translation>Für das Ergebnis den Auftrag wiederholen.</translation>
    </message>
    <message>
      <source>The window was closed while this job ran.</source>
      <translation>Das Fenster wurde geschlossen, während dieser Auftrag lief.</translation>
    </message>
  </context>
  <context>
    <name>Player</name>
    <message>
      <source>Playing needs QtMultimedia, which is not installed here.</source>
      <translation>Zum Abspielen fehlt hier QtMultimedia.</translation>
    </message>
    <message>
      <source>This file cannot be played here.</source>
      <translation>Diese Datei kann hier nicht abgespielt werden.</translation>
    </message>
  </context>
  <context>
    <name>Portraits</name>
    <message>
      <source> · {size} free</source>
      <translation> · {size} frei</translation>
    </message>
    <message>
      <source>+1 each</source>
      <translation>Je +1</translation>
    </message>
    <message>
      <source>0 = the first picture's.</source>
      <translation>0 = die des ersten Bildes.</translation>
    </message>
    <message>
      <source>0 = the project's.</source>
      <translation>0 = die des Projekts.</translation>
    </message>
    <message>
      <source>0 proxy to 3 HQ</source>
      <translation>0 Proxy bis 3 HQ</translation>
    </message>
    <message>
      <source>1 clip selected · {kind} · {n} frames</source>
      <translation>1 Clip gewählt · {kind} · {n} Frames</translation>
    </message>
    <message>
      <source>1 is the speaker's own pace, 2 twice as fast. For builtin; maya1's is in its description.</source>
      <translation>1 ist das eigene Tempo, 2 doppelt so schnell. Für builtin; bei maya1 steht es in der Beschreibung.</translation>
    </message>
    <message>
      <source>1 running</source>
      <translation>1 läuft</translation>
    </message>
    <message>
      <source>100 %</source>
      <translation>100 %</translation>
    </message>
    <message>
      <source>200 %</source>
      <translation>200 %</translation>
    </message>
    <message>
      <source>4, or 5 for XQ</source>
      <translation>4, oder 5 für XQ</translation>
    </message>
    <message>
      <source>400 %</source>
      <translation>400 %</translation>
    </message>
    <message>
      <source>50 %</source>
      <translation>50 %</translation>
    </message>
    <message>
      <source>A face was found. Take its points?</source>
      <translation>Ein Gesicht wurde gefunden. Seine Punkte übernehmen?</translation>
    </message>
    <message>
      <source>A face_landmarker.task of your own; empty = built in.</source>
      <translation>Ein eigenes face_landmarker.task; leer = eingebaut.</translation>
    </message>
    <message>
      <source>A new seed after each start.</source>
      <translation>Nach jedem Start ein neuer Startwert.</translation>
    </message>
    <message>
      <source>A picture holds at most {n} key points.</source>
      <translation>Ein Bild fasst höchstens {n} Schlüsselpunkte.</translation>
    </message>
    <message>
      <source>A project, or drop files here</source>
      <translation>Oder Dateien hierher ziehen</translation>
    </message>
    <message>
      <source>Aac</source>
      <translation>AAC</translation>
    </message>
    <message>
      <source>About Portraits</source>
      <translation>Über Portraits</translation>
    </message>
    <message>
      <source>Accept and download</source>
      <translation>Annehmen und herunterladen</translation>
    </message>
    <message>
      <source>Accepted.</source>
      <translation>Angenommen.</translation>
    </message>
    <message>
      <source>Add a folder</source>
      <translation>Ordner hinzufügen</translation>
    </message>
    <message>
      <source>Add a folder of models, only read</source>
      <translation>Ordner mit Modellen hinzufügen, nur lesend</translation>
    </message>
    <message>
      <source>Add a folder …</source>
      <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
      <source>Add a key point</source>
      <translation>Schlüsselpunkt hinzufügen</translation>
    </message>
    <message>
      <source>Add a key point in the middle of the view</source>
      <translation>Schlüsselpunkt in der Mitte der Ansicht hinzufügen</translation>
    </message>
    <message>
      <source>Add a title</source>
      <translation>Titel hinzufügen</translation>
    </message>
    <message>
      <source>Add files</source>
      <translation>Dateien hinzufügen</translation>
    </message>
    <message>
      <source>Add files …</source>
      <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
      <source>Add key point</source>
      <translation>Schlüsselpunkt hinzufügen</translation>
    </message>
    <message>
      <source>Add picture track</source>
      <translation>Bildspur hinzufügen</translation>
    </message>
    <message>
      <source>Add pictures</source>
      <translation>Bilder hinzufügen</translation>
    </message>
    <message>
      <source>Add pictures …</source>
      <translation>Bilder hinzufügen …</translation>
    </message>
    <message>
      <source>Add sound track</source>
      <translation>Tonspur hinzufügen</translation>
    </message>
    <message>
      <source>Add title</source>
      <translation>Titel hinzufügen</translation>
    </message>
    <message>
      <source>Add title …</source>
      <translation>Titel hinzufügen …</translation>
    </message>
    <message>
      <source>Add to queue</source>
      <translation>In die Warteschlange</translation>
    </message>
    <message>
      <source>Add track</source>
      <translation>Spur hinzufügen</translation>
    </message>
    <message>
      <source>Adding files · {done} of {all}</source>
      <translation>Dateien hinzufügen · {done} von {all}</translation>
    </message>
    <message>
      <source>Address of a vLLM server with Maya1, such as http://localhost:8000; empty uses this computer.</source>
      <translation>Adresse eines vLLM-Servers mit Maya1, etwa http://localhost:8000; leer nimmt diesen Rechner.</translation>
    </message>
    <message>
      <source>Align faces</source>
      <translation>Gesichter ausrichten</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All models</source>
      <translation>Alle Modelle</translation>
    </message>
    <message>
      <source>Allow downloads</source>
      <translation>Downloads erlauben</translation>
    </message>
    <message>
      <source>Allow downloads?</source>
      <translation>Downloads erlauben?</translation>
    </message>
    <message>
      <source>Also write each sentence as a file, in a folder beside.</source>
      <translation>Auch jeden Satz als Datei in einen Ordner daneben schreiben.</translation>
    </message>
    <message>
      <source>Also write the sentences with their times, beside the sound.</source>
      <translation>Auch die Sätze mit ihren Zeiten neben den Ton schreiben.</translation>
    </message>
    <message>
      <source>Always here · English · 24 kHz</source>
      <translation>Immer da · Englisch · 24 kHz</translation>
    </message>
    <message>
      <source>Amber</source>
      <translation>Bernstein</translation>
    </message>
    <message>
      <source>Animated PNG</source>
      <translation>Animiertes PNG</translation>
    </message>
    <message>
      <source>Animated WebP</source>
      <translation>Animiertes WebP</translation>
    </message>
    <message>
      <source>Animation</source>
      <translation>Animation</translation>
    </message>
    <message>
      <source>Animation from a motion</source>
      <translation>Animation aus einer Bewegung</translation>
    </message>
    <message>
      <source>Another detector made them: {detector} {version}.</source>
      <translation>Eine andere Erkennung hat sie erzeugt: {detector} {version}.</translation>
    </message>
    <message>
      <source>Another layout</source>
      <translation>Anderer Aufbau</translation>
    </message>
    <message>
      <source>Any</source>
      <translation>Beliebig</translation>
    </message>
    <message>
      <source>Any day</source>
      <translation>Jeder Tag</translation>
    </message>
    <message>
      <source>Any model</source>
      <translation>Jedes Modell</translation>
    </message>
    <message>
      <source>Any style</source>
      <translation>Jeder Stil</translation>
    </message>
    <message>
      <source>Apng</source>
      <translation>APNG</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Anwenden</translation>
    </message>
    <message>
      <source>As it is mixed</source>
      <translation>Wie gemischt</translation>
    </message>
    <message>
      <source>As it is rendered</source>
      <translation>Wie gerendert</translation>
    </message>
    <message>
      <source>As it was opened</source>
      <translation>Wie geöffnet</translation>
    </message>
    <message>
      <source>Asking the publisher</source>
      <translation>Herausgeber wird gefragt</translation>
    </message>
    <message>
      <source>Auto</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <source>Auto takes the usual one of the file type, and PCM for ProRes.</source>
      <translation>Automatisch nimmt den üblichen des Dateityps und PCM für ProRes.</translation>
    </message>
    <message>
      <source>Av1</source>
      <translation>AV1</translation>
    </message>
    <message>
      <source>Back to where the detector had found the chosen points</source>
      <translation>Zurück dorthin, wo die Erkennung die gewählten Punkte gefunden hatte</translation>
    </message>
    <message>
      <source>Background</source>
      <translation>Hintergrund</translation>
    </message>
    <message>
      <source>Balanced</source>
      <translation>Ausgewogen</translation>
    </message>
    <message>
      <source>Best</source>
      <translation>Beste</translation>
    </message>
    <message>
      <source>Best first</source>
      <translation>Beste zuerst</translation>
    </message>
    <message>
      <source>Between</source>
      <translation>Dazwischen</translation>
    </message>
    <message>
      <source>Between two pictures.</source>
      <translation>Zwischen zwei Bildern.</translation>
    </message>
    <message>
      <source>Blend</source>
      <translation>Mischung</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>Beide</translation>
    </message>
    <message>
      <source>Both pictures need a face.</source>
      <translation>Beide Bilder brauchen ein Gesicht.</translation>
    </message>
    <message>
      <source>Both pictures on the mesh, half and half</source>
      <translation>Beide Bilder auf dem Netz, halb und halb</translation>
    </message>
    <message>
      <source>Bring in</source>
      <translation>Hereinholen</translation>
    </message>
    <message>
      <source>Bring models into another folder from now on; nothing is moved</source>
      <translation>Modelle ab jetzt in einen anderen Ordner laden; nichts wird verschoben</translation>
    </message>
    <message>
      <source>Bring points in</source>
      <translation>Punkte hereinholen</translation>
    </message>
    <message>
      <source>Built in</source>
      <translation>Eingebaut</translation>
    </message>
    <message>
      <source>Built-in voice</source>
      <translation>Eingebaute Stimme</translation>
    </message>
    <message>
      <source>Builtin</source>
      <translation>Eingebaut</translation>
    </message>
    <message>
      <source>Burnt in</source>
      <translation>Eingebrannt</translation>
    </message>
    <message>
      <source>By name</source>
      <translation>Nach Namen</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancel the download</source>
      <translation>Download abbrechen</translation>
    </message>
    <message>
      <source>Carry on</source>
      <translation>Anschließen</translation>
    </message>
    <message>
      <source>Change fade</source>
      <translation>Blende ändern</translation>
    </message>
    <message>
      <source>Change fit</source>
      <translation>Einpassung ändern</translation>
    </message>
    <message>
      <source>Change gain</source>
      <translation>Pegel ändern</translation>
    </message>
    <message>
      <source>Change speed</source>
      <translation>Tempo ändern</translation>
    </message>
    <message>
      <source>Change take</source>
      <translation>Aufnahme wechseln</translation>
    </message>
    <message>
      <source>Change the clip's values</source>
      <translation>Werte des Clips ändern</translation>
    </message>
    <message>
      <source>Change {name}</source>
      <translation>{name} ändern</translation>
    </message>
    <message>
      <source>Changes count at once, Ctrl+Z takes them back</source>
      <translation>Änderungen gelten sofort, Strg+Z nimmt sie zurück</translation>
    </message>
    <message>
      <source>Changes of “{name}” were put aside when Portraits ended.</source>
      <translation>Änderungen an „{name}“ wurden beiseitegelegt, als Portraits endete.</translation>
    </message>
    <message>
      <source>Checking · {amount}</source>
      <translation>Wird geprüft · {amount}</translation>
    </message>
    <message>
      <source>Cheeks and forehead</source>
      <translation>Wangen und Stirn</translation>
    </message>
    <message>
      <source>Choose a clip to change its values.</source>
      <translation>Einen Clip wählen, um seine Werte zu ändern.</translation>
    </message>
    <message>
      <source>Choose a model to see what it needs.</source>
      <translation>Ein Modell wählen, um zu sehen, was es braucht.</translation>
    </message>
    <message>
      <source>Choose a picture, movie or sound in the gallery to see it here.</source>
      <translation>Ein Bild, einen Film oder Ton in der Galerie wählen, um ihn hier zu sehen.</translation>
    </message>
    <message>
      <source>Choose a point first.</source>
      <translation>Zuerst einen Punkt wählen.</translation>
    </message>
    <message>
      <source>Choose a row of stills.</source>
      <translation>Eine Reihe von Standbildern wählen.</translation>
    </message>
    <message>
      <source>Choose a second picture to see the morph while you edit.</source>
      <translation>Ein zweites Bild wählen, um den Morph beim Bearbeiten zu sehen.</translation>
    </message>
    <message>
      <source>Choose a still, and perhaps a voice.</source>
      <translation>Ein Standbild wählen und vielleicht eine Stimme.</translation>
    </message>
    <message>
      <source>Choose all points</source>
      <translation>Alle Punkte wählen</translation>
    </message>
    <message>
      <source>Choose folder …</source>
      <translation>Ordner wählen …</translation>
    </message>
    <message>
      <source>Choose one or two pictures of the project first.</source>
      <translation>Zuerst ein oder zwei Bilder des Projekts wählen.</translation>
    </message>
    <message>
      <source>Choose one or two portraits in the gallery, or a morph on the timeline, and correct their landmarks here.</source>
      <translation>Ein oder zwei Portraits in der Galerie oder einen Morph in der Zeitleiste wählen und hier die Landmarken korrigieren.</translation>
    </message>
    <message>
      <source>Choose pictures in the gallery first.</source>
      <translation>Zuerst Bilder in der Galerie wählen.</translation>
    </message>
    <message>
      <source>Choose points first.</source>
      <translation>Zuerst Punkte wählen.</translation>
    </message>
    <message>
      <source>Choose the file …</source>
      <translation>Datei wählen …</translation>
    </message>
    <message>
      <source>Choose the pictures</source>
      <translation>Bilder wählen</translation>
    </message>
    <message>
      <source>Choose two pictures to compare them.</source>
      <translation>Zum Vergleichen zwei Bilder wählen.</translation>
    </message>
    <message>
      <source>Choose two stills that are neighbours.</source>
      <translation>Zwei benachbarte Standbilder wählen.</translation>
    </message>
    <message>
      <source>Choose where models are brought from now on</source>
      <translation>Wählen, wohin Modelle ab jetzt geladen werden</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>Chosen clips</source>
      <translation>Gewählte Clips</translation>
    </message>
    <message>
      <source>Clear filters</source>
      <translation>Filter aufheben</translation>
    </message>
    <message>
      <source>Clear finished</source>
      <translation>Erledigte entfernen</translation>
    </message>
    <message>
      <source>Clear in point</source>
      <translation>In-Punkt löschen</translation>
    </message>
    <message>
      <source>Clear out point</source>
      <translation>Out-Punkt löschen</translation>
    </message>
    <message>
      <source>Clear search and filters</source>
      <translation>Suche und Filter aufheben</translation>
    </message>
    <message>
      <source>Click a point, or draw a frame. Shift adds, Ctrl changes.</source>
      <translation>Einen Punkt anklicken oder einen Rahmen ziehen. Umschalt ergänzt, Strg wechselt.</translation>
    </message>
    <message>
      <source>Click to add a pair of points, drag to move one.</source>
      <translation>Klicken fügt ein Punktpaar hinzu, Ziehen bewegt einen.</translation>
    </message>
    <message>
      <source>Clip</source>
      <translation>Clip</translation>
    </message>
    <message>
      <source>Clips, as a list</source>
      <translation>Clips als Liste</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close gap</source>
      <translation>Lücke schließen</translation>
    </message>
    <message>
      <source>Close other programs that use it.</source>
      <translation>Andere Programme schließen, die es benutzen.</translation>
    </message>
    <message>
      <source>Close project</source>
      <translation>Projekt schließen</translation>
    </message>
    <message>
      <source>Close the gap</source>
      <translation>Lücke schließen</translation>
    </message>
    <message>
      <source>Close the message</source>
      <translation>Meldung schließen</translation>
    </message>
    <message>
      <source>Close the settings</source>
      <translation>Einstellungen schließen</translation>
    </message>
    <message>
      <source>Close without saving</source>
      <translation>Ohne Sichern schließen</translation>
    </message>
    <message>
      <source>Codec</source>
      <translation>Codec</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <source>Colour mark</source>
      <translation>Farbmarke</translation>
    </message>
    <message>
      <source>Colour marks</source>
      <translation>Farbmarken</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleich</translation>
    </message>
    <message>
      <source>Compare two pictures</source>
      <translation>Zwei Bilder vergleichen</translation>
    </message>
    <message>
      <source>Confidence</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <source>Contain</source>
      <translation>Einpassen</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <source>Copy clips</source>
      <translation>Clips kopieren</translation>
    </message>
    <message>
      <source>Copy offset to B</source>
      <translation>Versatz nach B kopieren</translation>
    </message>
    <message>
      <source>Copy offset to {side}</source>
      <translation>Versatz nach {side} kopieren</translation>
    </message>
    <message>
      <source>Copy picture</source>
      <translation>Bild kopieren</translation>
    </message>
    <message>
      <source>Copy report</source>
      <translation>Bericht kopieren</translation>
    </message>
    <message>
      <source>Copy the offset to the other picture</source>
      <translation>Versatz auf das andere Bild kopieren</translation>
    </message>
    <message>
      <source>Copy words of the recipe</source>
      <translation>Worte des Rezepts kopieren</translation>
    </message>
    <message>
      <source>Correct landmarks</source>
      <translation>Landmarken korrigieren</translation>
    </message>
    <message>
      <source>Corrected landmarks cannot be used: {reason}.</source>
      <translation>Korrigierte Landmarken können nicht verwendet werden: {reason}.</translation>
    </message>
    <message>
      <source>Cover</source>
      <translation>Füllen</translation>
    </message>
    <message>
      <source>Create</source>
      <translation>Erstellen</translation>
    </message>
    <message>
      <source>Ctrl+Shift+K in the gallery</source>
      <translation>Strg+Umschalt+K in der Galerie</translation>
    </message>
    <message>
      <source>Curves</source>
      <translation>Kurven</translation>
    </message>
    <message>
      <source>Cut clips</source>
      <translation>Clips ausschneiden</translation>
    </message>
    <message>
      <source>Cut tool</source>
      <translation>Schnittwerkzeug</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>Beschädigt</translation>
    </message>
    <message>
      <source>Dark look</source>
      <translation>Dunkles Aussehen</translation>
    </message>
    <message>
      <source>Delete key point</source>
      <translation>Schlüsselpunkt löschen</translation>
    </message>
    <message>
      <source>Delete key points</source>
      <translation>Schlüsselpunkte löschen</translation>
    </message>
    <message>
      <source>Delete the chosen key points</source>
      <translation>Gewählte Schlüsselpunkte löschen</translation>
    </message>
    <message>
      <source>Delete {n} key points</source>
      <translation>{n} Schlüsselpunkte löschen</translation>
    </message>
    <message>
      <source>Delete {title}</source>
      <translation>{title} löschen</translation>
    </message>
    <message>
      <source>Delete {title} from the store?</source>
      <translation>{title} aus der Modellablage löschen?</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>Details and log</source>
      <translation>Details und Protokoll</translation>
    </message>
    <message>
      <source>Detect</source>
      <translation>Erkennen</translation>
    </message>
    <message>
      <source>Detect again …</source>
      <translation>Neu erkennen …</translation>
    </message>
    <message>
      <source>Detect landmarks again …</source>
      <translation>Landmarken neu erkennen …</translation>
    </message>
    <message>
      <source>Detect landmarks of {letter} again</source>
      <translation>Landmarken von {letter} neu erkennen</translation>
    </message>
    <message>
      <source>Detect on a crop …</source>
      <translation>In einem Ausschnitt erkennen …</translation>
    </message>
    <message>
      <source>Detection confidence</source>
      <translation>Erkennungssicherheit</translation>
    </message>
    <message>
      <source>Detector file</source>
      <translation>Erkennungsdatei</translation>
    </message>
    <message>
      <source>Difference</source>
      <translation>Differenz</translation>
    </message>
    <message>
      <source>Different detectors in A and B</source>
      <translation>Verschiedene Erkennungen in A und B</translation>
    </message>
    <message>
      <source>Display</source>
      <translation>Anzeige</translation>
    </message>
    <message>
      <source>Does not fit</source>
      <translation>Passt nicht</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Herunterladen</translation>
    </message>
    <message>
      <source>Download again</source>
      <translation>Erneut herunterladen</translation>
    </message>
    <message>
      <source>Downloads allowed</source>
      <translation>Downloads erlaubt</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <source>Draft is quickest; best makes the smallest file of the same quality.</source>
      <translation>Entwurf ist am schnellsten; Beste macht die kleinste Datei gleicher Qualität.</translation>
    </message>
    <message>
      <source>Drag a corner to scale, the knob to turn.</source>
      <translation>Eine Ecke ziehen skaliert, der Knopf dreht.</translation>
    </message>
    <message>
      <source>Drag a point to change the curve; click beside a curve to add a point.</source>
      <translation>Einen Punkt ziehen, um die Kurve zu ändern; neben eine Kurve klicken, um einen Punkt hinzuzufügen.</translation>
    </message>
    <message>
      <source>Drag anywhere to move what is chosen.</source>
      <translation>Irgendwo ziehen bewegt das Gewählte.</translation>
    </message>
    <message>
      <source>Drag pictures here in the order of your film.</source>
      <translation>Bilder in der Reihenfolge des Films hierher ziehen.</translation>
    </message>
    <message>
      <source>Drag the frame over the face. Corners scale it, the knob turns it.</source>
      <translation>Den Rahmen über das Gesicht ziehen. Ecken skalieren, der Knopf dreht.</translation>
    </message>
    <message>
      <source>Drag the picture. With any tool: hold Space.</source>
      <translation>Das Bild ziehen. Mit jedem Werkzeug: Leertaste halten.</translation>
    </message>
    <message>
      <source>Drag the round points to forehead, temples, cheeks, jaw and chin.</source>
      <translation>Die runden Punkte auf Stirn, Schläfen, Wangen, Kiefer und Kinn ziehen.</translation>
    </message>
    <message>
      <source>Drag the round points to the corners and lids of both eyes. The mesh bends along.</source>
      <translation>Die runden Punkte auf Winkel und Lider beider Augen ziehen. Das Netz biegt sich mit.</translation>
    </message>
    <message>
      <source>Drag the round points to the corners and to the middle of the lips.</source>
      <translation>Die runden Punkte auf die Mundwinkel und die Mitte der Lippen ziehen.</translation>
    </message>
    <message>
      <source>Drag: near points follow wholly, far ones a little.</source>
      <translation>Ziehen: nahe Punkte folgen ganz, ferne ein wenig.</translation>
    </message>
    <message>
      <source>Draw</source>
      <translation>Zeichnen</translation>
    </message>
    <message>
      <source>Draw around points. Shift adds, Alt takes out.</source>
      <translation>Punkte umfahren. Umschalt ergänzt, Alt nimmt heraus.</translation>
    </message>
    <message>
      <source>Draw the landmarks or the mesh on every frame.</source>
      <translation>Landmarken oder Netz auf jeden Frame zeichnen.</translation>
    </message>
    <message>
      <source>EBU R128, −23 LUFS</source>
      <translation>EBU R128, −23 LUFS</translation>
    </message>
    <message>
      <source>Each file is checked against its hash.</source>
      <translation>Jede Datei wird anhand ihrer Prüfsumme geprüft.</translation>
    </message>
    <message>
      <source>Each sentence continues the one before: closer to one voice, and slower. For maya1.</source>
      <translation>Jeder Satz setzt den vorigen fort: näher an einer Stimme, aber langsamer. Für maya1.</translation>
    </message>
    <message>
      <source>Ears</source>
      <translation>Ohren</translation>
    </message>
    <message>
      <source>Ease in</source>
      <translation>Anlauf</translation>
    </message>
    <message>
      <source>Ease out</source>
      <translation>Auslauf</translation>
    </message>
    <message>
      <source>Edges</source>
      <translation>Ränder</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Edit before it starts</source>
      <translation>Vor dem Start bearbeiten</translation>
    </message>
    <message>
      <source>Edit what made the clip</source>
      <translation>Ursprung des Clips bearbeiten</translation>
    </message>
    <message>
      <source>Edited</source>
      <translation>Bearbeitet</translation>
    </message>
    <message>
      <source>Edited ones; NAME.landmarks.json belongs to picture NAME.</source>
      <translation>Bearbeitete; NAME.landmarks.json gehört zu Bild NAME.</translation>
    </message>
    <message>
      <source>Effort</source>
      <translation>Aufwand</translation>
    </message>
    <message>
      <source>Empty = the project's.</source>
      <translation>Leer = die des Projekts.</translation>
    </message>
    <message>
      <source>End</source>
      <translation>Ende</translation>
    </message>
    <message>
      <source>Ends</source>
      <translation>Enden</translation>
    </message>
    <message>
      <source>Ends the engine at once and starts a fresh one.</source>
      <translation>Beendet die Engine sofort und startet eine neue.</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Engine</translation>
    </message>
    <message>
      <source>Engine off</source>
      <translation>Engine aus</translation>
    </message>
    <message>
      <source>Engine ready</source>
      <translation>Engine bereit</translation>
    </message>
    <message>
      <source>Engine restarted</source>
      <translation>Engine neu gestartet</translation>
    </message>
    <message>
      <source>Engine starting</source>
      <translation>Engine startet</translation>
    </message>
    <message>
      <source>Engine stopped</source>
      <translation>Engine angehalten</translation>
    </message>
    <message>
      <source>Estimating …</source>
      <translation>Wird geschätzt …</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Export</translation>
    </message>
    <message>
      <source>Export as OpenTimelineIO</source>
      <translation>Als OpenTimelineIO exportieren</translation>
    </message>
    <message>
      <source>Export film</source>
      <translation>Film exportieren</translation>
    </message>
    <message>
      <source>Export film …</source>
      <translation>Film exportieren …</translation>
    </message>
    <message>
      <source>Export landmarks</source>
      <translation>Landmarken exportieren</translation>
    </message>
    <message>
      <source>Export landmarks …</source>
      <translation>Landmarken exportieren …</translation>
    </message>
    <message>
      <source>Eyes</source>
      <translation>Augen</translation>
    </message>
    <message>
      <source>Face</source>
      <translation>Gesicht</translation>
    </message>
    <message>
      <source>Face oval</source>
      <translation>Gesichtsoval</translation>
    </message>
    <message>
      <source>Face width</source>
      <translation>Gesichtsbreite</translation>
    </message>
    <message>
      <source>Face {n} of {count}</source>
      <translation>Gesicht {n} von {count}</translation>
    </message>
    <message>
      <source>Face {n} of {count} …</source>
      <translation>Gesicht {n} von {count} …</translation>
    </message>
    <message>
      <source>Faces in the picture, from left to right</source>
      <translation>Gesichter im Bild, von links nach rechts</translation>
    </message>
    <message>
      <source>Fade in</source>
      <translation>Einblenden</translation>
    </message>
    <message>
      <source>Fade in to the playhead</source>
      <translation>Bis zum Abspielkopf einblenden</translation>
    </message>
    <message>
      <source>Fade out</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <source>Fade out from the playhead</source>
      <translation>Ab dem Abspielkopf ausblenden</translation>
    </message>
    <message>
      <source>Fade · {n} s</source>
      <translation>Blende · {n} s</translation>
    </message>
    <message>
      <source>Fades</source>
      <translation>Blenden</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Fehlgeschlagen</translation>
    </message>
    <message>
      <source>Fast</source>
      <translation>Schnell</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <source>Files or folders, in order.</source>
      <translation>Dateien oder Ordner, der Reihe nach.</translation>
    </message>
    <message>
      <source>Film</source>
      <translation>Film</translation>
    </message>
    <message>
      <source>Film and export</source>
      <translation>Film und Export</translation>
    </message>
    <message>
      <source>Films of faces and people, made on your own computer.</source>
      <translation>Filme von Gesichtern und Menschen, auf dem eigenen Rechner gemacht.</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>Befehl suchen</translation>
    </message>
    <message>
      <source>Find in the log …</source>
      <translation>Im Protokoll suchen …</translation>
    </message>
    <message>
      <source>Find …</source>
      <translation>Suchen …</translation>
    </message>
    <message>
      <source>Finished</source>
      <translation>Erledigt</translation>
    </message>
    <message>
      <source>First picture</source>
      <translation>Erstes Bild</translation>
    </message>
    <message>
      <source>Fit</source>
      <translation>Einpassen</translation>
    </message>
    <message>
      <source>Fit still to voice</source>
      <translation>Standbild an Stimme anpassen</translation>
    </message>
    <message>
      <source>Fit the face</source>
      <translation>Gesicht einpassen</translation>
    </message>
    <message>
      <source>Fit the picture</source>
      <translation>Bild einpassen</translation>
    </message>
    <message>
      <source>Fits</source>
      <translation>Passt</translation>
    </message>
    <message>
      <source>Fits here</source>
      <translation>Passt hier</translation>
    </message>
    <message>
      <source>Fixed</source>
      <translation>Fest</translation>
    </message>
    <message>
      <source>For "between".</source>
      <translation>Für „Dazwischen“.</translation>
    </message>
    <message>
      <source>For "between"; empty is the end of the film.</source>
      <translation>Für „Dazwischen“; leer ist das Ende des Films.</translation>
    </message>
    <message>
      <source>For AAC and Opus.</source>
      <translation>Für AAC und Opus.</translation>
    </message>
    <message>
      <source>For ProRes 4444, VP9, GIF, APNG, WebP and PNG; otherwise frames are laid on black.</source>
      <translation>Für ProRes 4444, VP9, GIF, APNG, WebP und PNG; sonst liegen Frames auf Schwarz.</translation>
    </message>
    <message>
      <source>Found by another detector</source>
      <translation>Von einer anderen Erkennung gefunden</translation>
    </message>
    <message>
      <source>Frame</source>
      <translation>Frame</translation>
    </message>
    <message>
      <source>Frame rate</source>
      <translation>Bildrate</translation>
    </message>
    <message>
      <source>Frame {n} as it will be written</source>
      <translation>Frame {n}, wie er geschrieben wird</translation>
    </message>
    <message>
      <source>Frames</source>
      <translation>Frames</translation>
    </message>
    <message>
      <source>Frames at {rate} fps</source>
      <translation>Frames bei {rate} fps</translation>
    </message>
    <message>
      <source>Frames between</source>
      <translation>Frames dazwischen</translation>
    </message>
    <message>
      <source>Frames between, for each pair</source>
      <translation>Frames dazwischen, je Paar</translation>
    </message>
    <message>
      <source>Frames of the morph</source>
      <translation>Frames des Morphs</translation>
    </message>
    <message>
      <source>Free software under the Apache License 2.0. Icons by Lucide (ISC).</source>
      <translation>Freie Software unter der Apache-Lizenz 2.0. Symbole von Lucide (ISC).</translation>
    </message>
    <message>
      <source>Full</source>
      <translation>Voll</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>Vollbild</translation>
    </message>
    <message>
      <source>Gain</source>
      <translation>Pegel</translation>
    </message>
    <message>
      <source>Gallery</source>
      <translation>Galerie</translation>
    </message>
    <message>
      <source>Gallery, table</source>
      <translation>Galerie, Tabelle</translation>
    </message>
    <message>
      <source>Gallery, thumbnails</source>
      <translation>Galerie, Vorschaubilder</translation>
    </message>
    <message>
      <source>Gif</source>
      <translation>GIF</translation>
    </message>
    <message>
      <source>Give the timeline to another program, with every recipe in it.</source>
      <translation>Die Zeitleiste mit allen Rezepten an ein anderes Programm geben.</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>Go on with 1 job</source>
      <translation>Mit 1 Auftrag fortsetzen</translation>
    </message>
    <message>
      <source>Go on with the download</source>
      <translation>Download fortsetzen</translation>
    </message>
    <message>
      <source>Go on with {n} jobs</source>
      <translation>Mit {n} Aufträgen fortsetzen</translation>
    </message>
    <message>
      <source>Go on working</source>
      <translation>Weiterarbeiten</translation>
    </message>
    <message>
      <source>Go to the end</source>
      <translation>Zum Ende</translation>
    </message>
    <message>
      <source>Go to the next pane</source>
      <translation>Zum nächsten Bereich</translation>
    </message>
    <message>
      <source>Go to the other picture</source>
      <translation>Zum anderen Bild</translation>
    </message>
    <message>
      <source>Go to the previous pane</source>
      <translation>Zum vorigen Bereich</translation>
    </message>
    <message>
      <source>Go to the start</source>
      <translation>Zum Anfang</translation>
    </message>
    <message>
      <source>Goes to</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <source>Group of new key points</source>
      <translation>Gruppe neuer Schlüsselpunkte</translation>
    </message>
    <message>
      <source>H264</source>
      <translation>H.264</translation>
    </message>
    <message>
      <source>Hair</source>
      <translation>Haar</translation>
    </message>
    <message>
      <source>Hear this track only</source>
      <translation>Nur diese Spur hören</translation>
    </message>
    <message>
      <source>Height</source>
      <translation>Höhe</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <source>Here</source>
      <translation>Vorhanden</translation>
    </message>
    <message>
      <source>Here, not checked</source>
      <translation>Vorhanden, ungeprüft</translation>
    </message>
    <message>
      <source>Hevc</source>
      <translation>HEVC</translation>
    </message>
    <message>
      <source>Hidden</source>
      <translation>Ausgeblendet</translation>
    </message>
    <message>
      <source>Hide details</source>
      <translation>Details ausblenden</translation>
    </message>
    <message>
      <source>Hide track</source>
      <translation>Spur ausblenden</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>Hold between</source>
      <translation>Mittlere halten</translation>
    </message>
    <message>
      <source>Hold first</source>
      <translation>Erstes halten</translation>
    </message>
    <message>
      <source>Hold last</source>
      <translation>Letztes halten</translation>
    </message>
    <message>
      <source>How far both pictures are apart on the mesh</source>
      <translation>Wie weit beide Bilder auf dem Netz auseinanderliegen</translation>
    </message>
    <message>
      <source>How long one picture takes to become the next.</source>
      <translation>Wie lange ein Bild braucht, um zum nächsten zu werden.</translation>
    </message>
    <message>
      <source>How sure the detector must be; lower finds more faces and more mistakes.</source>
      <translation>Wie sicher die Erkennung sein muss; kleiner findet mehr Gesichter und mehr Fehler.</translation>
    </message>
    <message>
      <source>How the forms move.</source>
      <translation>Wie sich die Formen bewegen.</translation>
    </message>
    <message>
      <source>How the person's colours change.</source>
      <translation>Wie sich die Farben der Person ändern.</translation>
    </message>
    <message>
      <source>How the pictures are stored.</source>
      <translation>Wie die Bilder gespeichert werden.</translation>
    </message>
    <message>
      <source>How the result is shown</source>
      <translation>Wie das Ergebnis gezeigt wird</translation>
    </message>
    <message>
      <source>How to compare</source>
      <translation>Wie verglichen wird</translation>
    </message>
    <message>
      <source>How what lies behind the person fades.</source>
      <translation>Wie überblendet, was hinter der Person liegt.</translation>
    </message>
    <message>
      <source>I have read the licence and accept it</source>
      <translation>Ich habe die Lizenz gelesen und nehme sie an</translation>
    </message>
    <message>
      <source>Ids generated for a sentence at most; 82 are a second of sound. For maya1.</source>
      <translation>Höchstzahl erzeugter IDs je Satz; 82 sind eine Sekunde Ton. Für maya1.</translation>
    </message>
    <message>
      <source>Import landmarks</source>
      <translation>Landmarken importieren</translation>
    </message>
    <message>
      <source>Import landmarks …</source>
      <translation>Landmarken importieren …</translation>
    </message>
    <message>
      <source>In out</source>
      <translation>In bis Out</translation>
    </message>
    <message>
      <source>In to out</source>
      <translation>In bis Out</translation>
    </message>
    <message>
      <source>In {folder}</source>
      <translation>In {folder}</translation>
    </message>
    <message>
      <source>Insert · {time}</source>
      <translation>Einfügen · {time}</translation>
    </message>
    <message>
      <source>Installed</source>
      <translation>Installiert</translation>
    </message>
    <message>
      <source>Int8</source>
      <translation>8 Bit</translation>
    </message>
    <message>
      <source>Interrupted</source>
      <translation>Unterbrochen</translation>
    </message>
    <message>
      <source>Irises</source>
      <translation>Iris</translation>
    </message>
    <message>
      <source>It can be run again from the queue.</source>
      <translation>Er lässt sich aus der Warteschlange wiederholen.</translation>
    </message>
    <message>
      <source>It does nothing until both pictures have it</source>
      <translation>Wirkt erst, wenn beide Bilder ihn haben</translation>
    </message>
    <message>
      <source>It has to be accepted before the download.</source>
      <translation>Sie muss vor dem Download angenommen werden.</translation>
    </message>
    <message>
      <source>It needs about {needs} of the {total} {place}.</source>
      <translation>Es braucht etwa {needs} von {total} {place}.</translation>
    </message>
    <message>
      <source>It needs very little memory.</source>
      <translation>Es braucht sehr wenig Speicher.</translation>
    </message>
    <message>
      <source>Its picture had other proportions.</source>
      <translation>Ihr Bild hatte andere Seitenverhältnisse.</translation>
    </message>
    <message>
      <source>Its publisher asks that you read and accept the licence before the download of {size}.</source>
      <translation>Der Herausgeber verlangt, dass die Lizenz vor dem Download von {size} gelesen und angenommen wird.</translation>
    </message>
    <message>
      <source>Its {size} become free. Your projects stay as they are. It can be downloaded again.</source>
      <translation>{size} werden frei. Die Projekte bleiben, wie sie sind. Ein erneuter Download ist möglich.</translation>
    </message>
    <message>
      <source>Jaw</source>
      <translation>Kiefer</translation>
    </message>
    <message>
      <source>Job bar</source>
      <translation>Auftragsleiste</translation>
    </message>
    <message>
      <source>Join clips</source>
      <translation>Clips verbinden</translation>
    </message>
    <message>
      <source>Keep as it is</source>
      <translation>So lassen</translation>
    </message>
    <message>
      <source>Keep it</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Keep the queue paused</source>
      <translation>Warteschlange angehalten lassen</translation>
    </message>
    <message>
      <source>Keep them</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Keep transparency</source>
      <translation>Transparenz behalten</translation>
    </message>
    <message>
      <source>Keep when stopped</source>
      <translation>Beim Anhalten behalten</translation>
    </message>
    <message>
      <source>Kept in the system's key store</source>
      <translation>Im Schlüsselspeicher des Systems</translation>
    </message>
    <message>
      <source>Kept. Type to replace it.</source>
      <translation>Gespeichert. Zum Ersetzen eintippen.</translation>
    </message>
    <message>
      <source>Key frame interval</source>
      <translation>Schlüsselbildabstand</translation>
    </message>
    <message>
      <source>Key point</source>
      <translation>Schlüsselpunkt</translation>
    </message>
    <message>
      <source>Key points</source>
      <translation>Schlüsselpunkte</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>LUFS</source>
      <translation>LUFS</translation>
    </message>
    <message>
      <source>Landmark files</source>
      <translation>Landmarken-Dateien</translation>
    </message>
    <message>
      <source>Landmarks</source>
      <translation>Landmarken</translation>
    </message>
    <message>
      <source>Larger brush</source>
      <translation>Größerer Pinsel</translation>
    </message>
    <message>
      <source>Largest distance between key frames; 12 or less scrubs smoothly.</source>
      <translation>Größter Abstand zwischen Schlüsselbildern; mit 12 oder weniger läuft das Scrubben flüssig.</translation>
    </message>
    <message>
      <source>Largest first</source>
      <translation>Größte zuerst</translation>
    </message>
    <message>
      <source>Lasso</source>
      <translation>Lasso</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Letzter Tag</translation>
    </message>
    <message>
      <source>Last month</source>
      <translation>Letzter Monat</translation>
    </message>
    <message>
      <source>Last week</source>
      <translation>Letzte Woche</translation>
    </message>
    <message>
      <source>Lay stills to the markers</source>
      <translation>Standbilder an die Marker legen</translation>
    </message>
    <message>
      <source>Lay to markers</source>
      <translation>An Marker legen</translation>
    </message>
    <message>
      <source>Leave the landmark editor</source>
      <translation>Landmarken-Editor verlassen</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>Links</translation>
    </message>
    <message>
      <source>Left eye</source>
      <translation>Linkes Auge</translation>
    </message>
    <message>
      <source>Left eyebrow</source>
      <translation>Linke Augenbraue</translation>
    </message>
    <message>
      <source>Legend</source>
      <translation>Legende</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>Länge</translation>
    </message>
    <message>
      <source>Level the sound to this, -16 is usual on the web, -23 in broadcasting; empty leaves it.</source>
      <translation>Den Ton darauf pegeln, -16 ist im Web üblich, -23 im Rundfunk; leer lässt ihn.</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>Lizenz</translation>
    </message>
    <message>
      <source>Lift</source>
      <translation>Herausnehmen</translation>
    </message>
    <message>
      <source>Lift clips</source>
      <translation>Clips herausnehmen</translation>
    </message>
    <message>
      <source>Light look</source>
      <translation>Helles Aussehen</translation>
    </message>
    <message>
      <source>Linear</source>
      <translation>Linear</translation>
    </message>
    <message>
      <source>Link A and B</source>
      <translation>A und B koppeln</translation>
    </message>
    <message>
      <source>Linked A and B</source>
      <translation>A und B gekoppelt</translation>
    </message>
    <message>
      <source>Lips, inner</source>
      <translation>Lippen, innen</translation>
    </message>
    <message>
      <source>Lips, outer</source>
      <translation>Lippen, außen</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <source>List or table</source>
      <translation>Liste oder Tabelle</translation>
    </message>
    <message>
      <source>List or table of all points</source>
      <translation>Liste oder Tabelle aller Punkte</translation>
    </message>
    <message>
      <source>Liveliness</source>
      <translation>Lebendigkeit</translation>
    </message>
    <message>
      <source>Lock the chosen regions</source>
      <translation>Gewählte Bereiche sperren</translation>
    </message>
    <message>
      <source>Lock track</source>
      <translation>Spur sperren</translation>
    </message>
    <message>
      <source>Lock {name}</source>
      <translation>{name} sperren</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <source>Log of the engine</source>
      <translation>Protokoll der Engine</translation>
    </message>
    <message>
      <source>Log — Portraits</source>
      <translation>Protokoll — Portraits</translation>
    </message>
    <message>
      <source>Longest sentence</source>
      <translation>Längster Satz</translation>
    </message>
    <message>
      <source>Look as the system</source>
      <translation>Aussehen wie das System</translation>
    </message>
    <message>
      <source>Look at a part of the picture only</source>
      <translation>Nur in einem Teil des Bildes suchen</translation>
    </message>
    <message>
      <source>Look no more in {folder}</source>
      <translation>Nicht mehr in {folder} suchen</translation>
    </message>
    <message>
      <source>Looking for faces …</source>
      <translation>Gesichter werden gesucht …</translation>
    </message>
    <message>
      <source>Loop</source>
      <translation>Schleife</translation>
    </message>
    <message>
      <source>Louder by 1 dB</source>
      <translation>1 dB lauter</translation>
    </message>
    <message>
      <source>Loudness</source>
      <translation>Lautheit</translation>
    </message>
    <message>
      <source>Loupe while dragging</source>
      <translation>Lupe beim Ziehen</translation>
    </message>
    <message>
      <source>Lower finds more faces, and more mistakes.</source>
      <translation>Kleiner findet mehr Gesichter und mehr Fehler.</translation>
    </message>
    <message>
      <source>M</source>
      <translation>M</translation>
    </message>
    <message>
      <source>MOV · 422 HQ · 10 bit</source>
      <translation>MOV · 422 HQ · 10 Bit</translation>
    </message>
    <message>
      <source>MP4 · 720 px</source>
      <translation>MP4 · 720 px</translation>
    </message>
    <message>
      <source>MP4 · plays everywhere</source>
      <translation>MP4 · läuft überall</translation>
    </message>
    <message>
      <source>MP4 · smallest at this quality</source>
      <translation>MP4 · am kleinsten bei dieser Qualität</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <source>Main store</source>
      <translation>Hauptablage</translation>
    </message>
    <message>
      <source>Make a morph</source>
      <translation>Morph erstellen</translation>
    </message>
    <message>
      <source>Make a voice</source>
      <translation>Stimme erstellen</translation>
    </message>
    <message>
      <source>Makes sounds that were there already less likely; 1 is none. For maya1.</source>
      <translation>Macht schon vorgekommene Laute unwahrscheinlicher; 1 ist keiner. Für maya1.</translation>
    </message>
    <message>
      <source>Manner</source>
      <translation>Vortrag</translation>
    </message>
    <message>
      <source>Master ProRes</source>
      <translation>Master ProRes</translation>
    </message>
    <message>
      <source>Maya1</source>
      <translation>Maya1</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <source>Memory of the engine</source>
      <translation>Speicher der Engine</translation>
    </message>
    <message>
      <source>Mesh</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>Mesh is placed</source>
      <translation>Netz ist gesetzt</translation>
    </message>
    <message>
      <source>Middle X</source>
      <translation>Mitte X</translation>
    </message>
    <message>
      <source>Middle Y</source>
      <translation>Mitte Y</translation>
    </message>
    <message>
      <source>Mirror</source>
      <translation>Spiegeln</translation>
    </message>
    <message>
      <source>Mirror edits</source>
      <translation>Änderungen spiegeln</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <source>Models — Portraits</source>
      <translation>Modelle — Portraits</translation>
    </message>
    <message>
      <source>Models …</source>
      <translation>Modelle …</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>More filters</source>
      <translation>Weitere Filter</translation>
    </message>
    <message>
      <source>More of each middle picture.</source>
      <translation>Mehr von jedem mittleren Bild.</translation>
    </message>
    <message>
      <source>More of the first picture.</source>
      <translation>Mehr vom ersten Bild.</translation>
    </message>
    <message>
      <source>More of the last picture.</source>
      <translation>Mehr vom letzten Bild.</translation>
    </message>
    <message>
      <source>Morph</source>
      <translation>Morph</translation>
    </message>
    <message>
      <source>Morph between stills</source>
      <translation>Zwischen Standbildern morphen</translation>
    </message>
    <message>
      <source>Morph preview</source>
      <translation>Morph-Vorschau</translation>
    </message>
    <message>
      <source>Morph the selected pictures</source>
      <translation>Gewählte Bilder morphen</translation>
    </message>
    <message>
      <source>Morph these</source>
      <translation>Morphen</translation>
    </message>
    <message>
      <source>Morph with …</source>
      <translation>Morph mit …</translation>
    </message>
    <message>
      <source>Morphs and landmarks</source>
      <translation>Morphs und Landmarken</translation>
    </message>
    <message>
      <source>Motion</source>
      <translation>Bewegung</translation>
    </message>
    <message>
      <source>Mouth</source>
      <translation>Mund</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>Bewegen</translation>
    </message>
    <message>
      <source>Move both sides of the face alike</source>
      <translation>Beide Gesichtshälften gleich bewegen</translation>
    </message>
    <message>
      <source>Move clip</source>
      <translation>Clip bewegen</translation>
    </message>
    <message>
      <source>Move clips</source>
      <translation>Clips bewegen</translation>
    </message>
    <message>
      <source>Move key point</source>
      <translation>Schlüsselpunkt bewegen</translation>
    </message>
    <message>
      <source>Move marker</source>
      <translation>Marker bewegen</translation>
    </message>
    <message>
      <source>Move one frame earlier</source>
      <translation>Einen Frame früher legen</translation>
    </message>
    <message>
      <source>Move one frame later</source>
      <translation>Einen Frame später legen</translation>
    </message>
    <message>
      <source>Move point</source>
      <translation>Punkt bewegen</translation>
    </message>
    <message>
      <source>Move point {n}</source>
      <translation>Punkt {n} bewegen</translation>
    </message>
    <message>
      <source>Move the chosen points to the nearest place without turned triangles</source>
      <translation>Gewählte Punkte an die nächste Stelle ohne umgeklappte Dreiecke bewegen</translation>
    </message>
    <message>
      <source>Move to the track above</source>
      <translation>Auf die Spur darüber legen</translation>
    </message>
    <message>
      <source>Move to the track below</source>
      <translation>Auf die Spur darunter legen</translation>
    </message>
    <message>
      <source>Move to the trash</source>
      <translation>In den Papierkorb</translation>
    </message>
    <message>
      <source>Move track</source>
      <translation>Spur bewegen</translation>
    </message>
    <message>
      <source>Move track down</source>
      <translation>Spur nach unten</translation>
    </message>
    <message>
      <source>Move track up</source>
      <translation>Spur nach oben</translation>
    </message>
    <message>
      <source>Move {n} clips</source>
      <translation>{n} Clips bewegen</translation>
    </message>
    <message>
      <source>Move {n} points</source>
      <translation>{n} Punkte bewegen</translation>
    </message>
    <message>
      <source>Movie</source>
      <translation>Film</translation>
    </message>
    <message>
      <source>Movie file</source>
      <translation>Filmdatei</translation>
    </message>
    <message>
      <source>Music</source>
      <translation>Musik</translation>
    </message>
    <message>
      <source>Mute track</source>
      <translation>Spur stummschalten</translation>
    </message>
    <message>
      <source>My film</source>
      <translation>Mein Film</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name marker</source>
      <translation>Marker benennen</translation>
    </message>
    <message>
      <source>Name of the preset</source>
      <translation>Name der Vorgabe</translation>
    </message>
    <message>
      <source>Name the marker</source>
      <translation>Marker benennen</translation>
    </message>
    <message>
      <source>Name, purpose, licence …</source>
      <translation>Name, Zweck, Lizenz …</translation>
    </message>
    <message>
      <source>Neck and collar</source>
      <translation>Hals und Kragen</translation>
    </message>
    <message>
      <source>Needs you</source>
      <translation>Braucht eine Antwort</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>New project</source>
      <translation>Neues Projekt</translation>
    </message>
    <message>
      <source>New take</source>
      <translation>Neue Aufnahme</translation>
    </message>
    <message>
      <source>New take of {name}</source>
      <translation>Neue Aufnahme von {name}</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>Neueste zuerst</translation>
    </message>
    <message>
      <source>Next cut</source>
      <translation>Nächster Schnitt</translation>
    </message>
    <message>
      <source>Next marker</source>
      <translation>Nächster Marker</translation>
    </message>
    <message>
      <source>Next point</source>
      <translation>Nächster Punkt</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Nächster Schritt</translation>
    </message>
    <message>
      <source>Next take</source>
      <translation>Nächste Aufnahme</translation>
    </message>
    <message>
      <source>Nine frames of a morph from one portrait to another</source>
      <translation>Neun Frames eines Morphs von einem Portrait zum anderen</translation>
    </message>
    <message>
      <source>No clip is chosen.</source>
      <translation>Kein Clip ist gewählt.</translation>
    </message>
    <message>
      <source>No clip lies at the playhead.</source>
      <translation>Am Abspielkopf liegt kein Clip.</translation>
    </message>
    <message>
      <source>No estimate</source>
      <translation>Keine Schätzung</translation>
    </message>
    <message>
      <source>No face was found in this picture.</source>
      <translation>In diesem Bild wurde kein Gesicht gefunden.</translation>
    </message>
    <message>
      <source>No mark</source>
      <translation>Keine Marke</translation>
    </message>
    <message>
      <source>No model is like that.</source>
      <translation>Kein Modell passt dazu.</translation>
    </message>
    <message>
      <source>No setting is like that.</source>
      <translation>Keine Einstellung passt dazu.</translation>
    </message>
    <message>
      <source>No sound output was found, so films play silently.</source>
      <translation>Keine Tonausgabe gefunden; Filme laufen ohne Ton.</translation>
    </message>
    <message>
      <source>No stars</source>
      <translation>Keine Sterne</translation>
    </message>
    <message>
      <source>No triangle is turned over.</source>
      <translation>Kein Dreieck ist umgeklappt.</translation>
    </message>
    <message>
      <source>Non-commercial</source>
      <translation>Nicht kommerziell</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <source>None yet. Hair, ears and collar move with the face when both pictures have points there.</source>
      <translation>Noch keine. Haar, Ohren und Kragen bewegen sich mit dem Gesicht, wenn beide Bilder dort Punkte haben.</translation>
    </message>
    <message>
      <source>None. No triangle is turned over and every point is in the picture.</source>
      <translation>Keine. Kein Dreieck ist umgeklappt, und alle Punkte liegen im Bild.</translation>
    </message>
    <message>
      <source>Nose</source>
      <translation>Nase</translation>
    </message>
    <message>
      <source>Not here.</source>
      <translation>Nicht vorhanden.</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Unbekannt</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Jetzt nicht</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>Nicht gesichert</translation>
    </message>
    <message>
      <source>Nothing in the gallery is like that.</source>
      <translation>Nichts in der Galerie passt dazu.</translation>
    </message>
    <message>
      <source>Nothing is chosen</source>
      <translation>Nichts gewählt</translation>
    </message>
    <message>
      <source>Nothing is running.</source>
      <translation>Nichts läuft.</translation>
    </message>
    <message>
      <source>Nothing is waiting.</source>
      <translation>Nichts wartet.</translation>
    </message>
    <message>
      <source>Nothing running</source>
      <translation>Nichts läuft</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>Aus</translation>
    </message>
    <message>
      <source>Off: nothing is ever asked of the network</source>
      <translation>Aus: das Netz wird nie gefragt</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>Offline</translation>
    </message>
    <message>
      <source>Oldest first</source>
      <translation>Älteste zuerst</translation>
    </message>
    <message>
      <source>On</source>
      <translation>Ein</translation>
    </message>
    <message>
      <source>On this computer</source>
      <translation>Auf diesem Rechner</translation>
    </message>
    <message>
      <source>Once</source>
      <translation>Einmal</translation>
    </message>
    <message>
      <source>One frame back</source>
      <translation>Einen Frame zurück</translation>
    </message>
    <message>
      <source>One frame forward</source>
      <translation>Einen Frame vor</translation>
    </message>
    <message>
      <source>One more picture is needed</source>
      <translation>Ein weiteres Bild wird gebraucht</translation>
    </message>
    <message>
      <source>One number for each pair; empty = all alike.</source>
      <translation>Eine Zahl je Paar; leer = alle gleich.</translation>
    </message>
    <message>
      <source>One second back</source>
      <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
      <source>One second forward</source>
      <translation>Eine Sekunde vor</translation>
    </message>
    <message>
      <source>Onion skin</source>
      <translation>Zwiebelhaut</translation>
    </message>
    <message>
      <source>Online</source>
      <translation>Online</translation>
    </message>
    <message>
      <source>Only these</source>
      <translation>Nur diese</translation>
    </message>
    <message>
      <source>Opacity</source>
      <translation>Deckkraft</translation>
    </message>
    <message>
      <source>Open a project</source>
      <translation>Projekt öffnen</translation>
    </message>
    <message>
      <source>Open the chosen result</source>
      <translation>Gewähltes Ergebnis öffnen</translation>
    </message>
    <message>
      <source>Open the sample project</source>
      <translation>Beispielprojekt öffnen</translation>
    </message>
    <message>
      <source>Open the saved project</source>
      <translation>Gesichertes Projekt öffnen</translation>
    </message>
    <message>
      <source>Open them</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open with the changes</source>
      <translation>Mit den Änderungen öffnen</translation>
    </message>
    <message>
      <source>Open …</source>
      <translation>Öffnen …</translation>
    </message>
    <message>
      <source>OpenTimelineIO</source>
      <translation>OpenTimelineIO</translation>
    </message>
    <message>
      <source>OpenTimelineIO …</source>
      <translation>OpenTimelineIO …</translation>
    </message>
    <message>
      <source>Opus</source>
      <translation>Opus</translation>
    </message>
    <message>
      <source>Or choose them in the gallery and press P.</source>
      <translation>Oder in der Galerie wählen und P drücken.</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Reihenfolge</translation>
    </message>
    <message>
      <source>Outside the face</source>
      <translation>Außerhalb des Gesichts</translation>
    </message>
    <message>
      <source>Oval</source>
      <translation>Oval</translation>
    </message>
    <message>
      <source>Overwrite</source>
      <translation>Überschreiben</translation>
    </message>
    <message>
      <source>PCM · 48 kHz · stereo</source>
      <translation>PCM · 48 kHz · Stereo</translation>
    </message>
    <message>
      <source>PNG sequence</source>
      <translation>PNG-Folge</translation>
    </message>
    <message>
      <source>Pan</source>
      <translation>Verschieben</translation>
    </message>
    <message>
      <source>Paste and insert</source>
      <translation>Einfügen und Platz machen</translation>
    </message>
    <message>
      <source>Paste clips</source>
      <translation>Clips einfügen</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Pause between sentences</source>
      <translation>Pause zwischen Sätzen</translation>
    </message>
    <message>
      <source>Pause download</source>
      <translation>Download anhalten</translation>
    </message>
    <message>
      <source>Pause the download</source>
      <translation>Download anhalten</translation>
    </message>
    <message>
      <source>Pause the morph</source>
      <translation>Morph anhalten</translation>
    </message>
    <message>
      <source>Pause the queue</source>
      <translation>Warteschlange anhalten</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <source>Paused · {amount}</source>
      <translation>Angehalten · {amount}</translation>
    </message>
    <message>
      <source>Pcm</source>
      <translation>PCM</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Picture of the table</source>
      <translation>Bild der Tabelle</translation>
    </message>
    <message>
      <source>Picture to the full pane</source>
      <translation>Bild im ganzen Bereich</translation>
    </message>
    <message>
      <source>Picture {letter} with its points</source>
      <translation>Bild {letter} mit seinen Punkten</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>Pictures and movies that were made are on the disk in any case.</source>
      <translation>Erstellte Bilder und Filme liegen in jedem Fall auf der Festplatte.</translation>
    </message>
    <message>
      <source>Pictures of the morph, in order</source>
      <translation>Bilder des Morphs, der Reihe nach</translation>
    </message>
    <message>
      <source>Ping pong</source>
      <translation>Hin und her</translation>
    </message>
    <message>
      <source>Place by hand</source>
      <translation>Von Hand setzen</translation>
    </message>
    <message>
      <source>Place in the movie</source>
      <translation>Stelle im Film</translation>
    </message>
    <message>
      <source>Place on timeline</source>
      <translation>In die Zeitleiste legen</translation>
    </message>
    <message>
      <source>Place the mesh</source>
      <translation>Netz setzen</translation>
    </message>
    <message>
      <source>Place the mesh by hand</source>
      <translation>Netz von Hand setzen</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Abspielen</translation>
    </message>
    <message>
      <source>Play back</source>
      <translation>Rückwärts abspielen</translation>
    </message>
    <message>
      <source>Play forward</source>
      <translation>Vorwärts abspielen</translation>
    </message>
    <message>
      <source>Play or pause</source>
      <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
      <source>Play the morph</source>
      <translation>Morph abspielen</translation>
    </message>
    <message>
      <source>Play the morph back and forth</source>
      <translation>Morph hin und zurück abspielen</translation>
    </message>
    <message>
      <source>Play the sound while it is made.</source>
      <translation>Den Ton abspielen, während er entsteht.</translation>
    </message>
    <message>
      <source>Play there and back</source>
      <translation>Hin und zurück abspielen</translation>
    </message>
    <message>
      <source>Png</source>
      <translation>PNG</translation>
    </message>
    <message>
      <source>Point</source>
      <translation>Punkt</translation>
    </message>
    <message>
      <source>Point {n} is in a locked region.</source>
      <translation>Punkt {n} liegt in einem gesperrten Bereich.</translation>
    </message>
    <message>
      <source>Points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>Points as a table</source>
      <translation>Punkte als Tabelle</translation>
    </message>
    <message>
      <source>Points you have moved are kept until you say otherwise.</source>
      <translation>Verschobene Punkte bleiben, bis etwas anderes gewählt wird.</translation>
    </message>
    <message>
      <source>Portraits</source>
      <translation>Portraits</translation>
    </message>
    <message>
      <source>Portraits crashed the last time. Your projects are safe.</source>
      <translation>Portraits ist beim letzten Mal abgestürzt. Die Projekte sind sicher.</translation>
    </message>
    <message>
      <source>Portraits ended without closing.</source>
      <translation>Portraits wurde unerwartet beendet.</translation>
    </message>
    <message>
      <source>Portraits from words</source>
      <translation>Portraits aus Worten</translation>
    </message>
    <message>
      <source>Portraits projects</source>
      <translation>Portraits-Projekte</translation>
    </message>
    <message>
      <source>Portraits, movies and voices you make or drop appear here.</source>
      <translation>Erstellte oder hergezogene Portraits, Filme und Stimmen erscheinen hier.</translation>
    </message>
    <message>
      <source>Preset</source>
      <translation>Vorgabe</translation>
    </message>
    <message>
      <source>Preset: standard</source>
      <translation>Vorgabe: Standard</translation>
    </message>
    <message>
      <source>Preset: {name}</source>
      <translation>Vorgabe: {name}</translation>
    </message>
    <message>
      <source>Presets</source>
      <translation>Vorgaben</translation>
    </message>
    <message>
      <source>Previous cut</source>
      <translation>Voriger Schnitt</translation>
    </message>
    <message>
      <source>Previous marker</source>
      <translation>Voriger Marker</translation>
    </message>
    <message>
      <source>Previous point</source>
      <translation>Voriger Punkt</translation>
    </message>
    <message>
      <source>Previous take</source>
      <translation>Vorige Aufnahme</translation>
    </message>
    <message>
      <source>ProRes 4444</source>
      <translation>ProRes 4444</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>Probleme</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Projekt</translation>
    </message>
    <message>
      <source>Projects you open appear here.</source>
      <translation>Geöffnete Projekte erscheinen hier.</translation>
    </message>
    <message>
      <source>Prompt, model, seed …</source>
      <translation>Prompt, Modell, Startwert …</translation>
    </message>
    <message>
      <source>Prores</source>
      <translation>ProRes</translation>
    </message>
    <message>
      <source>Prores4444</source>
      <translation>ProRes 4444</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>Qualität</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Warteschlange</translation>
    </message>
    <message>
      <source>Queue paused</source>
      <translation>Warteschlange angehalten</translation>
    </message>
    <message>
      <source>Quieter by 1 dB</source>
      <translation>1 dB leiser</translation>
    </message>
    <message>
      <source>Quit Portraits</source>
      <translation>Portraits beenden</translation>
    </message>
    <message>
      <source>Radius of the brush</source>
      <translation>Radius des Pinsels</translation>
    </message>
    <message>
      <source>Random</source>
      <translation>Zufällig</translation>
    </message>
    <message>
      <source>Range</source>
      <translation>Bereich</translation>
    </message>
    <message>
      <source>Range of the film</source>
      <translation>Bereich des Films</translation>
    </message>
    <message>
      <source>Read it</source>
      <translation>Lesen</translation>
    </message>
    <message>
      <source>Read only</source>
      <translation>Schreibgeschützt</translation>
    </message>
    <message>
      <source>Read the licence</source>
      <translation>Lizenz lesen</translation>
    </message>
    <message>
      <source>Recent projects</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>Rot</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Region</source>
      <translation>Bereich</translation>
    </message>
    <message>
      <source>Regions</source>
      <translation>Bereiche</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Verworfen</translation>
    </message>
    <message>
      <source>Relax</source>
      <translation>Entspannen</translation>
    </message>
    <message>
      <source>Relax points</source>
      <translation>Punkte entspannen</translation>
    </message>
    <message>
      <source>Relax the chosen points</source>
      <translation>Gewählte Punkte entspannen</translation>
    </message>
    <message>
      <source>Remove from the list</source>
      <translation>Von der Liste entfernen</translation>
    </message>
    <message>
      <source>Remove from the queue</source>
      <translation>Aus der Warteschlange entfernen</translation>
    </message>
    <message>
      <source>Remove keyframe</source>
      <translation>Schlüsselbild entfernen</translation>
    </message>
    <message>
      <source>Remove marker</source>
      <translation>Marker entfernen</translation>
    </message>
    <message>
      <source>Remove the keyframe</source>
      <translation>Schlüsselbild entfernen</translation>
    </message>
    <message>
      <source>Remove track</source>
      <translation>Spur entfernen</translation>
    </message>
    <message>
      <source>Remove …</source>
      <translation>Entfernen …</translation>
    </message>
    <message>
      <source>Rename track</source>
      <translation>Spur umbenennen</translation>
    </message>
    <message>
      <source>Rename track …</source>
      <translation>Spur umbenennen …</translation>
    </message>
    <message>
      <source>Render movie</source>
      <translation>Film rendern</translation>
    </message>
    <message>
      <source>Repeat</source>
      <translation>Wiederholung</translation>
    </message>
    <message>
      <source>Repetition penalty</source>
      <translation>Wiederholungsabzug</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Ersetzen</translation>
    </message>
    <message>
      <source>Replace a file that exists.</source>
      <translation>Eine vorhandene Datei ersetzen.</translation>
    </message>
    <message>
      <source>Replace files that exist.</source>
      <translation>Vorhandene Dateien ersetzen.</translation>
    </message>
    <message>
      <source>Replace the points</source>
      <translation>Punkte ersetzen</translation>
    </message>
    <message>
      <source>Replace the points you have moved in “{name}”?</source>
      <translation>Die verschobenen Punkte in „{name}“ ersetzen?</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Reset all fields</source>
      <translation>Alle Felder zurücksetzen</translation>
    </message>
    <message>
      <source>Reset all points</source>
      <translation>Alle Punkte zurücksetzen</translation>
    </message>
    <message>
      <source>Reset points</source>
      <translation>Punkte zurücksetzen</translation>
    </message>
    <message>
      <source>Reset the chosen points</source>
      <translation>Gewählte Punkte zurücksetzen</translation>
    </message>
    <message>
      <source>Reset the chosen regions</source>
      <translation>Gewählte Bereiche zurücksetzen</translation>
    </message>
    <message>
      <source>Reset the layout</source>
      <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
      <source>Reset this section</source>
      <translation>Diesen Abschnitt zurücksetzen</translation>
    </message>
    <message>
      <source>Reset to the preset</source>
      <translation>Auf die Vorgabe zurücksetzen</translation>
    </message>
    <message>
      <source>Reset {name}</source>
      <translation>{name} zurücksetzen</translation>
    </message>
    <message>
      <source>Restart the engine</source>
      <translation>Engine neu starten</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Result at t {time}</source>
      <translation>Ergebnis bei t {time}</translation>
    </message>
    <message>
      <source>Right eye</source>
      <translation>Rechtes Auge</translation>
    </message>
    <message>
      <source>Right eyebrow</source>
      <translation>Rechte Augenbraue</translation>
    </message>
    <message>
      <source>Ripple all tracks</source>
      <translation>Alle Spuren nachrücken</translation>
    </message>
    <message>
      <source>Ripple delete</source>
      <translation>Löschen und nachrücken</translation>
    </message>
    <message>
      <source>Ripple trim</source>
      <translation>Trimmen und nachrücken</translation>
    </message>
    <message>
      <source>Ripple trim the end</source>
      <translation>Ende trimmen und nachrücken</translation>
    </message>
    <message>
      <source>Ripple trim the start</source>
      <translation>Anfang trimmen und nachrücken</translation>
    </message>
    <message>
      <source>Ripple · {time}</source>
      <translation>Nachrücken · {time}</translation>
    </message>
    <message>
      <source>Roll cut</source>
      <translation>Schnitt verschieben</translation>
    </message>
    <message>
      <source>Roll the cut to the playhead</source>
      <translation>Schnitt zum Abspielkopf verschieben</translation>
    </message>
    <message>
      <source>Roll · {time}</source>
      <translation>Schnitt · {time}</translation>
    </message>
    <message>
      <source>Run again</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Run again with less memory</source>
      <translation>Mit weniger Speicher wiederholen</translation>
    </message>
    <message>
      <source>Run it again, or go on without it.</source>
      <translation>Noch einmal ausführen oder ohne ihn weitermachen.</translation>
    </message>
    <message>
      <source>Run now</source>
      <translation>Jetzt ausführen</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <source>Runs on the graphics card</source>
      <translation>Läuft auf der Grafikkarte</translation>
    </message>
    <message>
      <source>Runs on the processor</source>
      <translation>Läuft auf dem Prozessor</translation>
    </message>
    <message>
      <source>S</source>
      <translation>S</translation>
    </message>
    <message>
      <source>SRT beside</source>
      <translation>SRT daneben</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Sichern</translation>
    </message>
    <message>
      <source>Save as a preset</source>
      <translation>Als Vorgabe sichern</translation>
    </message>
    <message>
      <source>Save as a preset …</source>
      <translation>Als Vorgabe sichern …</translation>
    </message>
    <message>
      <source>Save it under another name.</source>
      <translation>Unter einem anderen Namen sichern.</translation>
    </message>
    <message>
      <source>Save project</source>
      <translation>Projekt sichern</translation>
    </message>
    <message>
      <source>Save project as …</source>
      <translation>Projekt sichern unter …</translation>
    </message>
    <message>
      <source>Save the changes to “{name}”?</source>
      <translation>Änderungen an „{name}“ sichern?</translation>
    </message>
    <message>
      <source>Save the project as</source>
      <translation>Projekt sichern unter</translation>
    </message>
    <message>
      <source>Save this frame as a picture</source>
      <translation>Diesen Frame als Bild sichern</translation>
    </message>
    <message>
      <source>Saved</source>
      <translation>Gesichert</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Scale and turn</source>
      <translation>Skalieren und drehen</translation>
    </message>
    <message>
      <source>Scale landmarks</source>
      <translation>Landmarken skalieren</translation>
    </message>
    <message>
      <source>Scale the landmarks to this picture?</source>
      <translation>Landmarken auf dieses Bild skalieren?</translation>
    </message>
    <message>
      <source>Scale the selection</source>
      <translation>Auswahl skalieren</translation>
    </message>
    <message>
      <source>Scale them</source>
      <translation>Skalieren</translation>
    </message>
    <message>
      <source>Scale …</source>
      <translation>Skalieren …</translation>
    </message>
    <message>
      <source>Search all settings</source>
      <translation>Einstellungen suchen</translation>
    </message>
    <message>
      <source>Search the gallery</source>
      <translation>Galerie durchsuchen</translation>
    </message>
    <message>
      <source>Second picture</source>
      <translation>Zweites Bild</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Auswählen</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>Alles auswählen</translation>
    </message>
    <message>
      <source>Select all clips</source>
      <translation>Alle Clips auswählen</translation>
    </message>
    <message>
      <source>Select all clips of the track</source>
      <translation>Alle Clips der Spur auswählen</translation>
    </message>
    <message>
      <source>Select tool</source>
      <translation>Auswahlwerkzeug</translation>
    </message>
    <message>
      <source>Selection</source>
      <translation>Auswahl</translation>
    </message>
    <message>
      <source>Sentences as files</source>
      <translation>Sätze als Dateien</translation>
    </message>
    <message>
      <source>Set a keyframe at the playhead</source>
      <translation>Schlüsselbild am Abspielkopf setzen</translation>
    </message>
    <message>
      <source>Set in point</source>
      <translation>In-Punkt setzen</translation>
    </message>
    <message>
      <source>Set keyframe</source>
      <translation>Schlüsselbild setzen</translation>
    </message>
    <message>
      <source>Set marker</source>
      <translation>Marker setzen</translation>
    </message>
    <message>
      <source>Set out point</source>
      <translation>Out-Punkt setzen</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Settings …</source>
      <translation>Einstellungen …</translation>
    </message>
    <message>
      <source>Shape</source>
      <translation>Form</translation>
    </message>
    <message>
      <source>Shot</source>
      <translation>Szene</translation>
    </message>
    <message>
      <source>Shots</source>
      <translation>Szenen</translation>
    </message>
    <message>
      <source>Shots from words</source>
      <translation>Szenen aus Worten</translation>
    </message>
    <message>
      <source>Shoulders</source>
      <translation>Schultern</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <source>Show all shortcuts</source>
      <translation>Alle Tastenkürzel zeigen</translation>
    </message>
    <message>
      <source>Show as</source>
      <translation>Zeigen als</translation>
    </message>
    <message>
      <source>Show at 1:1</source>
      <translation>Bei 1:1 zeigen</translation>
    </message>
    <message>
      <source>Show details</source>
      <translation>Details zeigen</translation>
    </message>
    <message>
      <source>Show details and log</source>
      <translation>Details und Protokoll zeigen</translation>
    </message>
    <message>
      <source>Show fewer</source>
      <translation>Weniger zeigen</translation>
    </message>
    <message>
      <source>Show history</source>
      <translation>Verlauf zeigen</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Im Ordner zeigen</translation>
    </message>
    <message>
      <source>Show mesh and points</source>
      <translation>Netz und Punkte zeigen</translation>
    </message>
    <message>
      <source>Show only what differs from the default</source>
      <translation>Nur zeigen, was vom Standard abweicht</translation>
    </message>
    <message>
      <source>Show safe areas</source>
      <translation>Sichere Bereiche zeigen</translation>
    </message>
    <message>
      <source>Show the difference</source>
      <translation>Differenz zeigen</translation>
    </message>
    <message>
      <source>Show the gallery as a table</source>
      <translation>Galerie als Tabelle zeigen</translation>
    </message>
    <message>
      <source>Show the log</source>
      <translation>Protokoll zeigen</translation>
    </message>
    <message>
      <source>Show the morph</source>
      <translation>Morph zeigen</translation>
    </message>
    <message>
      <source>Show the onion skin</source>
      <translation>Zwiebelhaut zeigen</translation>
    </message>
    <message>
      <source>Show the points as a table</source>
      <translation>Punkte als Tabelle zeigen</translation>
    </message>
    <message>
      <source>Show the queue</source>
      <translation>Warteschlange zeigen</translation>
    </message>
    <message>
      <source>Show the result large</source>
      <translation>Ergebnis groß zeigen</translation>
    </message>
    <message>
      <source>Show the timeline as a list</source>
      <translation>Zeitleiste als Liste zeigen</translation>
    </message>
    <message>
      <source>Show the whole film</source>
      <translation>Ganzen Film zeigen</translation>
    </message>
    <message>
      <source>Shown</source>
      <translation>Gezeigt</translation>
    </message>
    <message>
      <source>Side by side</source>
      <translation>Nebeneinander</translation>
    </message>
    <message>
      <source>Silence between two sentences; with 0, maya1 cross-fades them.</source>
      <translation>Stille zwischen zwei Sätzen; mit 0 blendet maya1 sie über.</translation>
    </message>
    <message>
      <source>Six portraits and their morphs</source>
      <translation>Sechs Portraits und ihre Morphs</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Size of the thumbnails</source>
      <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
      <source>Skip this job</source>
      <translation>Diesen Auftrag überspringen</translation>
    </message>
    <message>
      <source>Slider</source>
      <translation>Schieber</translation>
    </message>
    <message>
      <source>Slip clip</source>
      <translation>Inhalt des Clips verschieben</translation>
    </message>
    <message>
      <source>Slip clips</source>
      <translation>Inhalt der Clips verschieben</translation>
    </message>
    <message>
      <source>Slip one frame back</source>
      <translation>Inhalt einen Frame zurück</translation>
    </message>
    <message>
      <source>Slip one frame forward</source>
      <translation>Inhalt einen Frame vor</translation>
    </message>
    <message>
      <source>Slip tool</source>
      <translation>Werkzeug „Inhalt verschieben“</translation>
    </message>
    <message>
      <source>Slip · {time}</source>
      <translation>Inhalt · {time}</translation>
    </message>
    <message>
      <source>Slow</source>
      <translation>Langsam</translation>
    </message>
    <message>
      <source>Small</source>
      <translation>Klein</translation>
    </message>
    <message>
      <source>Smaller brush</source>
      <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
      <source>Smallest side</source>
      <translation>Kleinste Seite</translation>
    </message>
    <message>
      <source>Smooth</source>
      <translation>Weich</translation>
    </message>
    <message>
      <source>Snap</source>
      <translation>Einrasten</translation>
    </message>
    <message>
      <source>Snap off</source>
      <translation>Einrasten aus</translation>
    </message>
    <message>
      <source>Snap on</source>
      <translation>Einrasten an</translation>
    </message>
    <message>
      <source>Soft brush</source>
      <translation>Weicher Pinsel</translation>
    </message>
    <message>
      <source>Softness of the brush</source>
      <translation>Weichheit des Pinsels</translation>
    </message>
    <message>
      <source>Sound</source>
      <translation>Ton</translation>
    </message>
    <message>
      <source>Sound bit rate</source>
      <translation>Ton-Bitrate</translation>
    </message>
    <message>
      <source>Sound codec</source>
      <translation>Ton-Codec</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Speak</source>
      <translation>Sprechen</translation>
    </message>
    <message>
      <source>Speaks with</source>
      <translation>Spricht mit</translation>
    </message>
    <message>
      <source>Speech, −16 LUFS</source>
      <translation>Sprache, −16 LUFS</translation>
    </message>
    <message>
      <source>Speed</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Geteilt</translation>
    </message>
    <message>
      <source>Split at the playhead</source>
      <translation>Am Abspielkopf teilen</translation>
    </message>
    <message>
      <source>Split clip</source>
      <translation>Clip teilen</translation>
    </message>
    <message>
      <source>Split clips</source>
      <translation>Clips teilen</translation>
    </message>
    <message>
      <source>Srt</source>
      <translation>SRT</translation>
    </message>
    <message>
      <source>Stack results that differ by their seed only</source>
      <translation>Ergebnisse stapeln, die sich nur im Startwert unterscheiden</translation>
    </message>
    <message>
      <source>Stars</source>
      <translation>Sterne</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Anfang</translation>
    </message>
    <message>
      <source>Start what the pane makes</source>
      <translation>Starten, was der Bereich erstellt</translation>
    </message>
    <message>
      <source>Start with an empty timeline</source>
      <translation>Mit leerer Zeitleiste beginnen</translation>
    </message>
    <message>
      <source>Started: {title}</source>
      <translation>Gestartet: {title}</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>Startet …</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>Stay offline</source>
      <translation>Offline bleiben</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <source>Still</source>
      <translation>Standbild</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Stop now</source>
      <translation>Sofort beenden</translation>
    </message>
    <message>
      <source>Stop now and restart the engine</source>
      <translation>Sofort beenden und Engine neu starten</translation>
    </message>
    <message>
      <source>Stop the job</source>
      <translation>Auftrag anhalten</translation>
    </message>
    <message>
      <source>Stop the job and quit</source>
      <translation>Auftrag anhalten und beenden</translation>
    </message>
    <message>
      <source>Stop the running job</source>
      <translation>Laufenden Auftrag anhalten</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <source>Stopped · {amount}</source>
      <translation>Abgebrochen · {amount}</translation>
    </message>
    <message>
      <source>Stores</source>
      <translation>Modellablagen</translation>
    </message>
    <message>
      <source>Style (LoRA)</source>
      <translation>Stil (LoRA)</translation>
    </message>
    <message>
      <source>Subtitles</source>
      <translation>Untertitel</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabelle</translation>
    </message>
    <message>
      <source>Take all pictures out</source>
      <translation>Alle Bilder herausnehmen</translation>
    </message>
    <message>
      <source>Take this face</source>
      <translation>Dieses Gesicht nehmen</translation>
    </message>
    <message>
      <source>Temperature: 0.3 is even, 0.6 lively; above that words get lost. For maya1.</source>
      <translation>Temperatur: 0,3 ist gleichmäßig, 0,6 lebendig; darüber gehen Wörter verloren. Für maya1.</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Text to speak</source>
      <translation>Zu sprechender Text</translation>
    </message>
    <message>
      <source>The .portraits file, as it is saved.</source>
      <translation>Die Datei .portraits, wie sie gesichert ist.</translation>
    </message>
    <message>
      <source>The .wav file to write.</source>
      <translation>Die zu schreibende .wav-Datei.</translation>
    </message>
    <message>
      <source>The application's own folder</source>
      <translation>Eigener Ordner des Programms</translation>
    </message>
    <message>
      <source>The chosen clips carry no recipe with a seed, so there is nothing to make again.</source>
      <translation>Die gewählten Clips haben kein Rezept mit Startwert; es gibt nichts neu zu erstellen.</translation>
    </message>
    <message>
      <source>The chosen clips have no other takes.</source>
      <translation>Die gewählten Clips haben keine anderen Aufnahmen.</translation>
    </message>
    <message>
      <source>The chosen points were not moved in {side}.</source>
      <translation>Die gewählten Punkte wurden in {side} nicht bewegt.</translation>
    </message>
    <message>
      <source>The codec's own quality number; empty takes its default.</source>
      <translation>Qualitätszahl des Codecs; leer nimmt seinen Standard.</translation>
    </message>
    <message>
      <source>The engine has not told yet what this computer has.</source>
      <translation>Die Engine hat noch nicht gemeldet, was dieser Rechner hat.</translation>
    </message>
    <message>
      <source>The engine is starting</source>
      <translation>Die Engine startet</translation>
    </message>
    <message>
      <source>The engine is starting.</source>
      <translation>Die Engine startet.</translation>
    </message>
    <message>
      <source>The engine stopped and was replaced.</source>
      <translation>Die Engine brach ab und wurde ersetzt.</translation>
    </message>
    <message>
      <source>The engine stopped while making “{title}”</source>
      <translation>Die Engine brach ab, während „{title}“ entstand</translation>
    </message>
    <message>
      <source>The file to write.</source>
      <translation>Die zu schreibende Datei.</translation>
    </message>
    <message>
      <source>The folder for results cannot be made: {folder}.</source>
      <translation>Der Ordner für Ergebnisse kann nicht angelegt werden: {folder}.</translation>
    </message>
    <message>
      <source>The frame was not saved.</source>
      <translation>Der Frame wurde nicht gesichert.</translation>
    </message>
    <message>
      <source>The frame was not saved: the folder for results cannot be made.</source>
      <translation>Der Frame wurde nicht gesichert: der Ordner für Ergebnisse kann nicht angelegt werden.</translation>
    </message>
    <message>
      <source>The frame was not saved: “{name}” cannot be written.</source>
      <translation>Der Frame wurde nicht gesichert: „{name}“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>The job ended.</source>
      <translation>Der Auftrag ist zu Ende.</translation>
    </message>
    <message>
      <source>The job is safe.</source>
      <translation>Der Auftrag ist sicher.</translation>
    </message>
    <message>
      <source>The job that waits is kept.</source>
      <translation>Der wartende Auftrag bleibt erhalten.</translation>
    </message>
    <message>
      <source>The job that was waiting is still in the queue, paused.</source>
      <translation>Der wartende Auftrag bleibt angehalten in der Warteschlange.</translation>
    </message>
    <message>
      <source>The landmarks have another size</source>
      <translation>Die Landmarken haben eine andere Größe</translation>
    </message>
    <message>
      <source>The landmarks of this picture belong to another size. The list of problems offers to scale them.</source>
      <translation>Die Landmarken dieses Bildes gehören zu einer anderen Größe. Die Liste der Probleme bietet an, sie zu skalieren.</translation>
    </message>
    <message>
      <source>The landmarks of “{name}” were taken.</source>
      <translation>Die Landmarken von „{name}“ wurden übernommen.</translation>
    </message>
    <message>
      <source>The landmarks were written to “{name}”.</source>
      <translation>Die Landmarken wurden in „{name}“ geschrieben.</translation>
    </message>
    <message>
      <source>The log is empty.</source>
      <translation>Das Protokoll ist leer.</translation>
    </message>
    <message>
      <source>The mesh would be placed anew. You can undo it.</source>
      <translation>Das Netz würde neu gesetzt. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>The morph is being prepared …</source>
      <translation>Der Morph wird vorbereitet …</translation>
    </message>
    <message>
      <source>The next seed after each start.</source>
      <translation>Nach jedem Start der nächste Startwert.</translation>
    </message>
    <message>
      <source>The other file was added.</source>
      <translation>Die andere Datei wurde hinzugefügt.</translation>
    </message>
    <message>
      <source>The other {n} files were added.</source>
      <translation>Die anderen {n} Dateien wurden hinzugefügt.</translation>
    </message>
    <message>
      <source>The points are in the table as well: press Ctrl+T.</source>
      <translation>Die Punkte stehen auch in der Tabelle: Strg+T.</translation>
    </message>
    <message>
      <source>The points that you have moved in this picture will be replaced. You can undo it.</source>
      <translation>Die verschobenen Punkte dieses Bildes werden ersetzt. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>The points would lie far outside of the picture.</source>
      <translation>Die Punkte lägen weit außerhalb des Bildes.</translation>
    </message>
    <message>
      <source>The preset was not saved: {reason}.</source>
      <translation>Die Vorgabe wurde nicht gesichert: {reason}.</translation>
    </message>
    <message>
      <source>The queue waits</source>
      <translation>Die Warteschlange wartet</translation>
    </message>
    <message>
      <source>The report was copied. It holds no names of folders.</source>
      <translation>Der Bericht wurde kopiert. Er enthält keine Ordnernamen.</translation>
    </message>
    <message>
      <source>The result belongs to another project.</source>
      <translation>Das Ergebnis gehört zu einem anderen Projekt.</translation>
    </message>
    <message>
      <source>The same seed gives the same result.</source>
      <translation>Der gleiche Startwert ergibt das gleiche Ergebnis.</translation>
    </message>
    <message>
      <source>The same seed gives the same sound.</source>
      <translation>Der gleiche Startwert ergibt den gleichen Ton.</translation>
    </message>
    <message>
      <source>The small voice that is always there.</source>
      <translation>Die kleine Stimme, die immer da ist.</translation>
    </message>
    <message>
      <source>The words were copied.</source>
      <translation>Die Worte wurden kopiert.</translation>
    </message>
    <message>
      <source>The {n} jobs are safe.</source>
      <translation>Die {n} Aufträge sind sicher.</translation>
    </message>
    <message>
      <source>The {n} jobs that wait are kept.</source>
      <translation>Die {n} wartenden Aufträge bleiben erhalten.</translation>
    </message>
    <message>
      <source>The {n} jobs that were waiting are still in the queue, paused.</source>
      <translation>Die {n} wartenden Aufträge bleiben angehalten in der Warteschlange.</translation>
    </message>
    <message>
      <source>There are no clips on the clipboard.</source>
      <translation>In der Zwischenablage liegen keine Clips.</translation>
    </message>
    <message>
      <source>There is no cut on this track.</source>
      <translation>Auf dieser Spur gibt es keinen Schnitt.</translation>
    </message>
    <message>
      <source>There is no marker at the playhead.</source>
      <translation>Am Abspielkopf gibt es keinen Marker.</translation>
    </message>
    <message>
      <source>There is nothing on the timeline yet.</source>
      <translation>In der Zeitleiste liegt noch nichts.</translation>
    </message>
    <message>
      <source>There is nothing to split at the playhead. Morphs and cross-fades stay whole.</source>
      <translation>Am Abspielkopf gibt es nichts zu teilen. Morphs und Überblendungen bleiben ganz.</translation>
    </message>
    <message>
      <source>They are off, so nothing is asked of the network. You can forbid them again at any time.</source>
      <translation>Sie sind aus, also wird das Netz nicht gefragt. Sie lassen sich jederzeit wieder verbieten.</translation>
    </message>
    <message>
      <source>They belong to a picture of {old} pixels, this one has {new}. That is right when it is the same picture at another size.</source>
      <translation>Sie gehören zu einem Bild mit {old} Pixeln, dieses hat {new}. Richtig ist das, wenn es dasselbe Bild in anderer Größe ist.</translation>
    </message>
    <message>
      <source>They cannot be morphed into each other</source>
      <translation>Sie lassen sich nicht ineinander morphen</translation>
    </message>
    <message>
      <source>They were put aside when Portraits ended without closing. The saved project stays as it is.</source>
      <translation>Sie wurden beiseitegelegt, als Portraits unerwartet endete. Das gesicherte Projekt bleibt, wie es ist.</translation>
    </message>
    <message>
      <source>This counts from the next start.</source>
      <translation>Das gilt ab dem nächsten Start.</translation>
    </message>
    <message>
      <source>This morph has not two pictures.</source>
      <translation>Dieser Morph hat keine zwei Bilder.</translation>
    </message>
    <message>
      <source>This result was not made from words.</source>
      <translation>Dieses Ergebnis wurde nicht aus Worten erstellt.</translation>
    </message>
    <message>
      <source>This track is locked.</source>
      <translation>Diese Spur ist gesperrt.</translation>
    </message>
    <message>
      <source>Tight</source>
      <translation>Knapp</translation>
    </message>
    <message>
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <source>Time of the morph</source>
      <translation>Zeit des Morphs</translation>
    </message>
    <message>
      <source>Time of the morph, 0 to 1</source>
      <translation>Zeit des Morphs, 0 bis 1</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>Zeitleiste</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Titles</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>To the right</source>
      <translation>Nach rechts</translation>
    </message>
    <message>
      <source>Tool: key point</source>
      <translation>Werkzeug: Schlüsselpunkt</translation>
    </message>
    <message>
      <source>Tool: lasso</source>
      <translation>Werkzeug: Lasso</translation>
    </message>
    <message>
      <source>Tool: move</source>
      <translation>Werkzeug: Bewegen</translation>
    </message>
    <message>
      <source>Tool: pan</source>
      <translation>Werkzeug: Verschieben</translation>
    </message>
    <message>
      <source>Tool: scale and turn</source>
      <translation>Werkzeug: Skalieren und drehen</translation>
    </message>
    <message>
      <source>Tool: select</source>
      <translation>Werkzeug: Auswählen</translation>
    </message>
    <message>
      <source>Tool: soft brush</source>
      <translation>Werkzeug: Weicher Pinsel</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Werkzeuge</translation>
    </message>
    <message>
      <source>Top</source>
      <translation>Oben</translation>
    </message>
    <message>
      <source>Top-p: the share of likely sounds that is drawn from. For maya1.</source>
      <translation>Top-p: der Anteil wahrscheinlicher Laute, aus dem gezogen wird. Für maya1.</translation>
    </message>
    <message>
      <source>Track</source>
      <translation>Spur</translation>
    </message>
    <message>
      <source>Tracks</source>
      <translation>Spuren</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Trim clip</source>
      <translation>Clip trimmen</translation>
    </message>
    <message>
      <source>Trim clips</source>
      <translation>Clips trimmen</translation>
    </message>
    <message>
      <source>Trim the end to the playhead</source>
      <translation>Ende bis zum Abspielkopf trimmen</translation>
    </message>
    <message>
      <source>Trim the start to the playhead</source>
      <translation>Anfang bis zum Abspielkopf trimmen</translation>
    </message>
    <message>
      <source>Turn</source>
      <translation>Drehung</translation>
    </message>
    <message>
      <source>Turn the order round</source>
      <translation>Reihenfolge umkehren</translation>
    </message>
    <message>
      <source>Turn the selection, clockwise</source>
      <translation>Auswahl im Uhrzeigersinn drehen</translation>
    </message>
    <message>
      <source>Turn the whole sound up or down to this loudness; empty leaves it as it is mixed.</source>
      <translation>Den ganzen Ton auf diese Lautheit bringen; leer lässt ihn wie gemischt.</translation>
    </message>
    <message>
      <source>Turn, scale and move later pictures onto the first face.</source>
      <translation>Spätere Bilder auf das erste Gesicht drehen, skalieren und schieben.</translation>
    </message>
    <message>
      <source>Type what you want to do</source>
      <translation>Eingeben, was getan werden soll</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Unlock {name}</source>
      <translation>{name} entsperren</translation>
    </message>
    <message>
      <source>Use that</source>
      <translation>Übernehmen</translation>
    </message>
    <message>
      <source>Use these settings</source>
      <translation>Diese Werte verwenden</translation>
    </message>
    <message>
      <source>VP9 with alpha</source>
      <translation>VP9 mit Transparenz</translation>
    </message>
    <message>
      <source>Values of the clip</source>
      <translation>Werte des Clips</translation>
    </message>
    <message>
      <source>Variety</source>
      <translation>Vielfalt</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <source>Viewer</source>
      <translation>Betrachter</translation>
    </message>
    <message>
      <source>Violet</source>
      <translation>Violett</translation>
    </message>
    <message>
      <source>Voice</source>
      <translation>Stimme</translation>
    </message>
    <message>
      <source>Voice description</source>
      <translation>Beschreibung der Stimme</translation>
    </message>
    <message>
      <source>Voice engine</source>
      <translation>Sprachengine</translation>
    </message>
    <message>
      <source>Voice server</source>
      <translation>Sprachserver</translation>
    </message>
    <message>
      <source>Voice, built-in</source>
      <translation>Stimme, eingebaut</translation>
    </message>
    <message>
      <source>Voices</source>
      <translation>Stimmen</translation>
    </message>
    <message>
      <source>Voices with emotion</source>
      <translation>Stimmen mit Gefühl</translation>
    </message>
    <message>
      <source>Volume</source>
      <translation>Lautstärke</translation>
    </message>
    <message>
      <source>Vp9</source>
      <translation>VP9</translation>
    </message>
    <message>
      <source>Vtt</source>
      <translation>VTT</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <source>Waits for another download</source>
      <translation>Wartet auf einen anderen Download</translation>
    </message>
    <message>
      <source>Web H.264</source>
      <translation>Web H.264</translation>
    </message>
    <message>
      <source>Web, −14 LUFS</source>
      <translation>Web, −14 LUFS</translation>
    </message>
    <message>
      <source>WebM · for web pages</source>
      <translation>WebM · für Webseiten</translation>
    </message>
    <message>
      <source>Webp</source>
      <translation>WebP</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>Gewichte</translation>
    </message>
    <message>
      <source>Welcome</source>
      <translation>Willkommen</translation>
    </message>
    <message>
      <source>What fills the edges with contain: blur, or a colour #RRGGBB.</source>
      <translation>Was beim Einpassen die Ränder füllt: blur (unscharf) oder eine Farbe #RRGGBB.</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>Was geschehen ist</translation>
    </message>
    <message>
      <source>What happens to the seed</source>
      <translation>Was mit dem Startwert geschieht</translation>
    </message>
    <message>
      <source>What is on the clipboard cannot be used.</source>
      <translation>Der Inhalt der Zwischenablage ist nicht verwendbar.</translation>
    </message>
    <message>
      <source>What is safe</source>
      <translation>Was sicher ist</translation>
    </message>
    <message>
      <source>What is said, in English. The large voice acts emotion tags such as &lt;laugh&gt;.</source>
      <translation>Was gesprochen wird, auf Englisch. Die große Stimme spielt Gefühle wie &lt;laugh&gt;.</translation>
    </message>
    <message>
      <source>What is shown</source>
      <translation>Was gezeigt wird</translation>
    </message>
    <message>
      <source>What this computer can do</source>
      <translation>Was dieser Rechner kann</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>Was gefunden wurde</translation>
    </message>
    <message>
      <source>What you can do</source>
      <translation>Was zu tun ist</translation>
    </message>
    <message>
      <source>What you make or render appears here.</source>
      <translation>Was erstellt oder gerendert wird, erscheint hier.</translation>
    </message>
    <message>
      <source>What you start yourself runs at once.</source>
      <translation>Von Hand Gestartetes läuft sofort.</translation>
    </message>
    <message>
      <source>When stopped, keep the sentences that are finished.</source>
      <translation>Beim Anhalten die fertigen Sätze behalten.</translation>
    </message>
    <message>
      <source>Where may the missing files be?</source>
      <translation>Wo könnten die fehlenden Dateien sein?</translation>
    </message>
    <message>
      <source>Where the detector had found these points is not known. Detect them again.</source>
      <translation>Es ist nicht bekannt, wo die Erkennung diese Punkte gefunden hatte. Neu erkennen.</translation>
    </message>
    <message>
      <source>Which curve</source>
      <translation>Welche Kurve</translation>
    </message>
    <message>
      <source>Which face do you want to edit?</source>
      <translation>Welches Gesicht soll bearbeitet werden?</translation>
    </message>
    <message>
      <source>Which face of a picture with several, 0 for the leftmost; -1 takes the largest.</source>
      <translation>Welches Gesicht eines Bildes mit mehreren, 0 ist ganz links; -1 nimmt das größte.</translation>
    </message>
    <message>
      <source>Which log</source>
      <translation>Welches Protokoll</translation>
    </message>
    <message>
      <source>Who speaks, in a sentence or two: age, gender, accent, pitch, timbre, pace. For maya1.</source>
      <translation>Wer spricht, in ein, zwei Sätzen: Alter, Geschlecht, Akzent, Tonhöhe, Klang, Tempo. Für maya1.</translation>
    </message>
    <message>
      <source>Whole</source>
      <translation>Ganz</translation>
    </message>
    <message>
      <source>Whole film</source>
      <translation>Ganzer Film</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>Breite</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <source>With alpha</source>
      <translation>Mit Transparenz</translation>
    </message>
    <message>
      <source>With offloading it may still run, more slowly.</source>
      <translation>Mit Auslagern läuft es vielleicht trotzdem, nur langsamer.</translation>
    </message>
    <message>
      <source>Without names of folders, of the computer and of you.</source>
      <translation>Ohne Namen von Ordnern, Rechner und Person.</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Worte</translation>
    </message>
    <message>
      <source>Work areas</source>
      <translation>Arbeitsbereiche</translation>
    </message>
    <message>
      <source>Works offline. Nothing leaves this computer.</source>
      <translation>Arbeitet offline. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
      <source>Write the text to speak</source>
      <translation>Zu sprechenden Text eingeben</translation>
    </message>
    <message>
      <source>Write what is said. A blank line makes a longer pause.</source>
      <translation>Hier steht, was gesprochen wird. Eine Leerzeile ergibt eine längere Pause.</translation>
    </message>
    <message>
      <source>Your film is shown here once the timeline has clips.</source>
      <translation>Der Film erscheint hier, sobald Clips in der Zeitleiste liegen.</translation>
    </message>
    <message>
      <source>Your project is saved. Everything made before is in the gallery.</source>
      <translation>Das Projekt ist gesichert. Alles zuvor Erstellte liegt in der Galerie.</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>Zoom</translation>
    </message>
    <message>
      <source>Zoom and pan both pictures together</source>
      <translation>Beide Bilder gemeinsam zoomen und verschieben</translation>
    </message>
    <message>
      <source>Zoom in</source>
      <translation>Vergrößern</translation>
    </message>
    <message>
      <source>Zoom out</source>
      <translation>Verkleinern</translation>
    </message>
    <message>
      <source>Zoom the timeline in</source>
      <translation>Zeitleiste vergrößern</translation>
    </message>
    <message>
      <source>Zoom the timeline out</source>
      <translation>Zeitleiste verkleinern</translation>
    </message>
    <message>
      <source>aac</source>
      <translation>AAC</translation>
    </message>
    <message>
      <source>about 1 s</source>
      <translation>etwa 1 s</translation>
    </message>
    <message>
      <source>about {n} s</source>
      <translation>etwa {n} s</translation>
    </message>
    <message>
      <source>about {time}</source>
      <translation>etwa {time}</translation>
    </message>
    <message>
      <source>after the first export</source>
      <translation>nach dem ersten Export</translation>
    </message>
    <message>
      <source>align faces</source>
      <translation>Gesichter ausgerichtet</translation>
    </message>
    <message>
      <source>and {n} smaller ones, {size}</source>
      <translation>und {n} kleinere, {size}</translation>
    </message>
    <message>
      <source>any</source>
      <translation>beliebig</translation>
    </message>
    <message>
      <source>apng</source>
      <translation>APNG</translation>
    </message>
    <message>
      <source>auto</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>auto: 8 bit on a processor, which is more than twice as fast there, else full. For maya1.</source>
      <translation>Automatisch: 8 Bit auf einem Prozessor, dort mehr als doppelt so schnell, sonst voll. Für maya1.</translation>
    </message>
    <message>
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>av1</source>
      <translation>AV1</translation>
    </message>
    <message>
      <source>balanced</source>
      <translation>ausgewogen</translation>
    </message>
    <message>
      <source>best</source>
      <translation>beste</translation>
    </message>
    <message>
      <source>between</source>
      <translation>dazwischen</translation>
    </message>
    <message>
      <source>builtin</source>
      <translation>eingebaut</translation>
    </message>
    <message>
      <source>builtin: the small voice that is always there, for a draft. maya1: the large voice, which is described and acts emotions.</source>
      <translation>builtin: die kleine Stimme, die immer da ist, für einen Entwurf. maya1: die große Stimme, die beschrieben wird und Gefühle spielt.</translation>
    </message>
    <message>
      <source>burnt in</source>
      <translation>eingebrannt</translation>
    </message>
    <message>
      <source>carry on</source>
      <translation>anschließend</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>geändert</translation>
    </message>
    <message>
      <source>choose</source>
      <translation>wählen</translation>
    </message>
    <message>
      <source>chosen</source>
      <translation>gewählt</translation>
    </message>
    <message>
      <source>close</source>
      <translation>schließen</translation>
    </message>
    <message>
      <source>colours in each frame</source>
      <translation>Farben je Frame</translation>
    </message>
    <message>
      <source>compared</source>
      <translation>verglichen</translation>
    </message>
    <message>
      <source>compression, lossless</source>
      <translation>Kompression, verlustfrei</translation>
    </message>
    <message>
      <source>contain</source>
      <translation>einpassen</translation>
    </message>
    <message>
      <source>cover</source>
      <translation>füllen</translation>
    </message>
    <message>
      <source>cover: fill the frame and crop. contain: show all, with edges.</source>
      <translation>Füllen: das Bild füllen und beschneiden. Einpassen: alles zeigen, mit Rändern.</translation>
    </message>
    <message>
      <source>detector {version}</source>
      <translation>Erkennung {version}</translation>
    </message>
    <message>
      <source>display</source>
      <translation>Anzeige</translation>
    </message>
    <message>
      <source>display: even to the eye. linear: as light mixes, brighter.</source>
      <translation>Anzeige: für das Auge gleichmäßig. Linear: wie Licht sich mischt, heller.</translation>
    </message>
    <message>
      <source>draft</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <source>drag the line to compare</source>
      <translation>zum Vergleichen die Linie ziehen</translation>
    </message>
    <message>
      <source>drag to change the order</source>
      <translation>zum Umordnen ziehen</translation>
    </message>
    <message>
      <source>drag to reorder, or Alt+Up and Alt+Down</source>
      <translation>zum Umordnen ziehen, oder Alt+Auf und Alt+Ab</translation>
    </message>
    <message>
      <source>elsewhere; this file carries no recipe</source>
      <translation>anderswo; diese Datei enthält kein Rezept</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <source>even numbers</source>
      <translation>gerade Zahlen</translation>
    </message>
    <message>
      <source>face</source>
      <translation>Gesicht</translation>
    </message>
    <message>
      <source>fast</source>
      <translation>schnell</translation>
    </message>
    <message>
      <source>frame {n} of {all}</source>
      <translation>Frame {n} von {all}</translation>
    </message>
    <message>
      <source>frames</source>
      <translation>Frames</translation>
    </message>
    <message>
      <source>frames/s</source>
      <translation>fps</translation>
    </message>
    <message>
      <source>full</source>
      <translation>voll</translation>
    </message>
    <message>
      <source>gif</source>
      <translation>GIF</translation>
    </message>
    <message>
      <source>h264</source>
      <translation>H.264</translation>
    </message>
    <message>
      <source>hevc</source>
      <translation>HEVC</translation>
    </message>
    <message>
      <source>hidden</source>
      <translation>ausgeblendet</translation>
    </message>
    <message>
      <source>higher is better</source>
      <translation>höher ist besser</translation>
    </message>
    <message>
      <source>ids</source>
      <translation>IDs</translation>
    </message>
    <message>
      <source>in out</source>
      <translation>In bis Out</translation>
    </message>
    <message>
      <source>int8</source>
      <translation>8 Bit</translation>
    </message>
    <message>
      <source>kbit/s</source>
      <translation>kbit/s</translation>
    </message>
    <message>
      <source>keep transparency</source>
      <translation>Transparenz behalten</translation>
    </message>
    <message>
      <source>keep when stopped</source>
      <translation>beim Anhalten behalten</translation>
    </message>
    <message>
      <source>key point {n}</source>
      <translation>Schlüsselpunkt {n}</translation>
    </message>
    <message>
      <source>key {n}</source>
      <translation>Schlüssel {n}</translation>
    </message>
    <message>
      <source>linear</source>
      <translation>linear</translation>
    </message>
    <message>
      <source>live · {side} px · {ms} ms</source>
      <translation>live · {side} px · {ms} ms</translation>
    </message>
    <message>
      <source>locked</source>
      <translation>gesperrt</translation>
    </message>
    <message>
      <source>loop</source>
      <translation>Schleife</translation>
    </message>
    <message>
      <source>loop: morph back to the first picture. ping_pong: play it back again.</source>
      <translation>Schleife: zurück zum ersten Bild morphen. Hin und her: rückwärts wieder abspielen.</translation>
    </message>
    <message>
      <source>lossless · no sound</source>
      <translation>verlustfrei · ohne Ton</translation>
    </message>
    <message>
      <source>lower is better</source>
      <translation>niedriger ist besser</translation>
    </message>
    <message>
      <source>maya1</source>
      <translation>Maya1</translation>
    </message>
    <message>
      <source>mesh</source>
      <translation>Netz</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>fehlt</translation>
    </message>
    <message>
      <source>moved</source>
      <translation>verschoben</translation>
    </message>
    <message>
      <source>moved by hand</source>
      <translation>von Hand verschoben</translation>
    </message>
    <message>
      <source>muted</source>
      <translation>stumm</translation>
    </message>
    <message>
      <source>needs more memory: {amount}</source>
      <translation>braucht mehr Speicher: {amount}</translation>
    </message>
    <message>
      <source>no sound · 480 px · 12 fps</source>
      <translation>ohne Ton · 480 px · 12 fps</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>not here</source>
      <translation>nicht vorhanden</translation>
    </message>
    <message>
      <source>not in this picture</source>
      <translation>nicht in diesem Bild</translation>
    </message>
    <message>
      <source>not known yet</source>
      <translation>noch nicht bekannt</translation>
    </message>
    <message>
      <source>now {amount}</source>
      <translation>jetzt {amount}</translation>
    </message>
    <message>
      <source>of main memory</source>
      <translation>Hauptspeicher</translation>
    </message>
    <message>
      <source>of the graphics card</source>
      <translation>der Grafikkarte</translation>
    </message>
    <message>
      <source>once</source>
      <translation>einmal</translation>
    </message>
    <message>
      <source>one file a frame</source>
      <translation>eine Datei je Frame</translation>
    </message>
    <message>
      <source>only read · 1 model found</source>
      <translation>nur lesend · 1 Modell gefunden</translation>
    </message>
    <message>
      <source>only read · {n} models found</source>
      <translation>nur lesend · {n} Modelle gefunden</translation>
    </message>
    <message>
      <source>opus</source>
      <translation>Opus</translation>
    </message>
    <message>
      <source>overwrite</source>
      <translation>überschreiben</translation>
    </message>
    <message>
      <source>own</source>
      <translation>eigen</translation>
    </message>
    <message>
      <source>own key point, paired</source>
      <translation>eigener Schlüsselpunkt, gepaart</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <source>pcm</source>
      <translation>PCM</translation>
    </message>
    <message>
      <source>person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>person: hair and shoulders move apart from the background. face: the face fades by itself. none: everything is one.</source>
      <translation>Person: Haar und Schultern bewegen sich getrennt vom Hintergrund. Gesicht: das Gesicht blendet für sich. Keine: alles ist eins.</translation>
    </message>
    <message>
      <source>ping pong</source>
      <translation>hin und her</translation>
    </message>
    <message>
      <source>placed by hand</source>
      <translation>von Hand gesetzt</translation>
    </message>
    <message>
      <source>play</source>
      <translation>abspielen</translation>
    </message>
    <message>
      <source>png</source>
      <translation>PNG</translation>
    </message>
    <message>
      <source>point {n}</source>
      <translation>Punkt {n}</translation>
    </message>
    <message>
      <source>points</source>
      <translation>Punkte</translation>
    </message>
    <message>
      <source>prores</source>
      <translation>ProRes</translation>
    </message>
    <message>
      <source>prores4444</source>
      <translation>ProRes 4444</translation>
    </message>
    <message>
      <source>px</source>
      <translation>px</translation>
    </message>
    <message>
      <source>ready, English</source>
      <translation>bereit, Englisch</translation>
    </message>
    <message>
      <source>ready, H.264 and others</source>
      <translation>bereit, H.264 und andere</translation>
    </message>
    <message>
      <source>ready, no download</source>
      <translation>bereit, ohne Download</translation>
    </message>
    <message>
      <source>ready, {model}</source>
      <translation>bereit, {model}</translation>
    </message>
    <message>
      <source>run</source>
      <translation>ausführen</translation>
    </message>
    <message>
      <source>s</source>
      <translation>s</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>sentences as files</source>
      <translation>Sätze als Dateien</translation>
    </message>
    <message>
      <source>small · no sound</source>
      <translation>klein · ohne Ton</translation>
    </message>
    <message>
      <source>solo</source>
      <translation>solo</translation>
    </message>
    <message>
      <source>speed</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <source>srt</source>
      <translation>SRT</translation>
    </message>
    <message>
      <source>srt: a file beside the movie. burnt_in: drawn into the frames.</source>
      <translation>SRT: eine Datei neben dem Film. Eingebrannt: in die Frames gezeichnet.</translation>
    </message>
    <message>
      <source>started by you</source>
      <translation>von Hand gestartet</translation>
    </message>
    <message>
      <source>the engine is starting</source>
      <translation>die Engine startet</translation>
    </message>
    <message>
      <source>the folder of the project</source>
      <translation>der Ordner des Projekts</translation>
    </message>
    <message>
      <source>this file holds no sound</source>
      <translation>diese Datei enthält keinen Ton</translation>
    </message>
    <message>
      <source>this frame {size}</source>
      <translation>dieser Frame {size}</translation>
    </message>
    <message>
      <source>this project</source>
      <translation>dieses Projekt</translation>
    </message>
    <message>
      <source>to download, {amount}</source>
      <translation>herunterzuladen, {amount}</translation>
    </message>
    <message>
      <source>today</source>
      <translation>heute</translation>
    </message>
    <message>
      <source>triangle turned over</source>
      <translation>Dreieck umgeklappt</translation>
    </message>
    <message>
      <source>under 1 s</source>
      <translation>unter 1 s</translation>
    </message>
    <message>
      <source>vp9</source>
      <translation>VP9</translation>
    </message>
    <message>
      <source>vtt</source>
      <translation>VTT</translation>
    </message>
    <message>
      <source>webp</source>
      <translation>WebP</translation>
    </message>
    <message>
      <source>whole</source>
      <translation>ganz</translation>
    </message>
    <message>
      <source>whole film; in_out: the project's range; between: start to end.</source>
      <translation>whole: ganzer Film; in_out: der Bereich des Projekts; between: Anfang bis Ende.</translation>
    </message>
    <message>
      <source>x</source>
      <translation>x</translation>
    </message>
    <message>
      <source>yesterday</source>
      <translation>gestern</translation>
    </message>
    <message>
      <source>yours · {codec}</source>
      <translation>eigene · {codec}</translation>
    </message>
    <message>
      <source>{amount} memory</source>
      <translation>{amount} Speicher</translation>
    </message>
    <message>
      <source>{a} of {b}</source>
      <translation>{a} von {b}</translation>
    </message>
    <message>
      <source>{a} to {b}</source>
      <translation>{a} bis {b}</translation>
    </message>
    <message>
      <source>{a} to {b} s</source>
      <translation>{a} bis {b} s</translation>
    </message>
    <message>
      <source>{a} – {b} · {s} s · {n} frames</source>
      <translation>{a} – {b} · {s} s · {n} Frames</translation>
    </message>
    <message>
      <source>{codec} {n} kbit/s · 48 kHz · stereo</source>
      <translation>{codec} {n} kbit/s · 48 kHz · Stereo</translation>
    </message>
    <message>
      <source>{done} of {all}</source>
      <translation>{done} von {all}</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} von {total}</translation>
    </message>
    <message>
      <source>{first} → … → {last}</source>
      <translation>{first} → … → {last}</translation>
    </message>
    <message>
      <source>{h} h {m}</source>
      <translation>{h} h {m}</translation>
    </message>
    <message>
      <source>{kind} · {name}
{start} to {end}, {n} frames</source>
      <translation>{kind} · {name}
{start} bis {end}, {n} Frames</translation>
    </message>
    <message>
      <source>{need} of {free}</source>
      <translation>{need} von {free}</translation>
    </message>
    <message>
      <source>{n} %</source>
      <translation>{n} %</translation>
    </message>
    <message>
      <source>{n} clip</source>
      <translation>{n} Clip</translation>
    </message>
    <message>
      <source>{n} clip copied.</source>
      <translation>{n} Clip kopiert.</translation>
    </message>
    <message>
      <source>{n} clips</source>
      <translation>{n} Clips</translation>
    </message>
    <message>
      <source>{n} clips copied.</source>
      <translation>{n} Clips kopiert.</translation>
    </message>
    <message>
      <source>{n} clips selected</source>
      <translation>{n} Clips gewählt</translation>
    </message>
    <message>
      <source>{n} clips, {time}</source>
      <translation>{n} Clips, {time}</translation>
    </message>
    <message>
      <source>{n} cores</source>
      <translation>{n} Kerne</translation>
    </message>
    <message>
      <source>{n} file of this project is missing.</source>
      <translation>{n} Datei dieses Projekts fehlt.</translation>
    </message>
    <message>
      <source>{n} file was added.</source>
      <translation>{n} Datei wurde hinzugefügt.</translation>
    </message>
    <message>
      <source>{n} files cannot be read. The first: {what}</source>
      <translation>{n} Dateien sind nicht lesbar. Die erste: {what}</translation>
    </message>
    <message>
      <source>{n} files of this project are missing.</source>
      <translation>{n} Dateien dieses Projekts fehlen.</translation>
    </message>
    <message>
      <source>{n} files were added.</source>
      <translation>{n} Dateien wurden hinzugefügt.</translation>
    </message>
    <message>
      <source>{n} fps</source>
      <translation>{n} fps</translation>
    </message>
    <message>
      <source>{n} frame</source>
      <translation>{n} Frame</translation>
    </message>
    <message>
      <source>{n} frame between</source>
      <translation>{n} Frame dazwischen</translation>
    </message>
    <message>
      <source>{n} frame dropped</source>
      <translation>{n} Frame ausgelassen</translation>
    </message>
    <message>
      <source>{n} frames</source>
      <translation>{n} Frames</translation>
    </message>
    <message>
      <source>{n} frames between</source>
      <translation>{n} Frames dazwischen</translation>
    </message>
    <message>
      <source>{n} frames dropped</source>
      <translation>{n} Frames ausgelassen</translation>
    </message>
    <message>
      <source>{n} frames/s</source>
      <translation>{n} fps</translation>
    </message>
    <message>
      <source>{n} job taken off the list.</source>
      <translation>{n} Auftrag von der Liste genommen.</translation>
    </message>
    <message>
      <source>{n} jobs taken off the list.</source>
      <translation>{n} Aufträge von der Liste genommen.</translation>
    </message>
    <message>
      <source>{n} key point without a partner</source>
      <translation>{n} Schlüsselpunkt ohne Gegenstück</translation>
    </message>
    <message>
      <source>{n} key points without a partner</source>
      <translation>{n} Schlüsselpunkte ohne Gegenstück</translation>
    </message>
    <message>
      <source>{n} min</source>
      <translation>{n} min</translation>
    </message>
    <message>
      <source>{n} moved</source>
      <translation>{n} verschoben</translation>
    </message>
    <message>
      <source>{n} need you</source>
      <translation>{n} brauchen eine Antwort</translation>
    </message>
    <message>
      <source>{n} needs you</source>
      <translation>{n} braucht eine Antwort</translation>
    </message>
    <message>
      <source>{n} of {all}</source>
      <translation>{n} von {all}</translation>
    </message>
    <message>
      <source>{n} of {all} changed</source>
      <translation>{n} von {all} geändert</translation>
    </message>
    <message>
      <source>{n} picture</source>
      <translation>{n} Bild</translation>
    </message>
    <message>
      <source>{n} pictures</source>
      <translation>{n} Bilder</translation>
    </message>
    <message>
      <source>{n} point</source>
      <translation>{n} Punkt</translation>
    </message>
    <message>
      <source>{n} point left out of the mesh</source>
      <translation>{n} Punkt nicht im Netz</translation>
    </message>
    <message>
      <source>{n} point outside of the picture</source>
      <translation>{n} Punkt außerhalb des Bildes</translation>
    </message>
    <message>
      <source>{n} points</source>
      <translation>{n} Punkte</translation>
    </message>
    <message>
      <source>{n} points left out of the mesh</source>
      <translation>{n} Punkte nicht im Netz</translation>
    </message>
    <message>
      <source>{n} points outside of the picture</source>
      <translation>{n} Punkte außerhalb des Bildes</translation>
    </message>
    <message>
      <source>{n} problem</source>
      <translation>{n} Problem</translation>
    </message>
    <message>
      <source>{n} problem in the mesh</source>
      <translation>{n} Problem im Netz</translation>
    </message>
    <message>
      <source>{n} problems</source>
      <translation>{n} Probleme</translation>
    </message>
    <message>
      <source>{n} problems in the mesh</source>
      <translation>{n} Probleme im Netz</translation>
    </message>
    <message>
      <source>{n} regions</source>
      <translation>{n} Bereiche</translation>
    </message>
    <message>
      <source>{n} result copied.</source>
      <translation>{n} Ergebnis kopiert.</translation>
    </message>
    <message>
      <source>{n} result goes to the trash when you close the project.</source>
      <translation>{n} Ergebnis kommt beim Schließen des Projekts in den Papierkorb.</translation>
    </message>
    <message>
      <source>{n} result placed on the timeline.</source>
      <translation>{n} Ergebnis in die Zeitleiste gelegt.</translation>
    </message>
    <message>
      <source>{n} results</source>
      <translation>{n} Ergebnisse</translation>
    </message>
    <message>
      <source>{n} results copied.</source>
      <translation>{n} Ergebnisse kopiert.</translation>
    </message>
    <message>
      <source>{n} results go to the trash when you close the project.</source>
      <translation>{n} Ergebnisse kommen beim Schließen des Projekts in den Papierkorb.</translation>
    </message>
    <message>
      <source>{n} results placed on the timeline.</source>
      <translation>{n} Ergebnisse in die Zeitleiste gelegt.</translation>
    </message>
    <message>
      <source>{n} s</source>
      <translation>{n} s</translation>
    </message>
    <message>
      <source>{n} shown</source>
      <translation>{n} gezeigt</translation>
    </message>
    <message>
      <source>{n} sound</source>
      <translation>{n} Ton</translation>
    </message>
    <message>
      <source>{n} sounds</source>
      <translation>{n} Töne</translation>
    </message>
    <message>
      <source>{n} star</source>
      <translation>{n} Stern</translation>
    </message>
    <message>
      <source>{n} stars</source>
      <translation>{n} Sterne</translation>
    </message>
    <message>
      <source>{n} triangle turned over</source>
      <translation>{n} umgeklapptes Dreieck</translation>
    </message>
    <message>
      <source>{n} triangles turned over</source>
      <translation>{n} umgeklappte Dreiecke</translation>
    </message>
    <message>
      <source>{n} waiting</source>
      <translation>{n} wartend</translation>
    </message>
    <message>
      <source>{n} word</source>
      <translation>{n} Wort</translation>
    </message>
    <message>
      <source>{n} words</source>
      <translation>{n} Wörter</translation>
    </message>
    <message>
      <source>{side} · they belong to {size} pixels</source>
      <translation>{side} · sie gehören zu {size} Pixeln</translation>
    </message>
    <message>
      <source>{s} s · {n} frames</source>
      <translation>{s} s · {n} Frames</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>noch {time}</translation>
    </message>
    <message>
      <source>{title} comes under a licence of its own</source>
      <translation>{title} hat eine eigene Lizenz</translation>
    </message>
    <message>
      <source>{title} frame {n}</source>
      <translation>{title} Frame {n}</translation>
    </message>
    <message>
      <source>{used} used · {free} free</source>
      <translation>{used} belegt · {free} frei</translation>
    </message>
    <message>
      <source>{w} × {h} · as the film</source>
      <translation>{w} × {h} · wie der Film</translation>
    </message>
    <message>
      <source>{w} × {h} · {fps} fps</source>
      <translation>{w} × {h} · {fps} fps</translation>
    </message>
    <message>
      <source>“{name}” carries its settings.</source>
      <translation>„{name}“ enthält seine Werte.</translation>
    </message>
    <message>
      <source>“{name}” carries no recipe that can be used here.</source>
      <translation>„{name}“ enthält kein Rezept, das hier verwendbar ist.</translation>
    </message>
    <message>
      <source>“{name}” exists already. Choose another name.</source>
      <translation>„{name}“ gibt es schon. Einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>“{name}” has changes that were not saved.</source>
      <translation>„{name}“ hat Änderungen, die nicht gesichert wurden.</translation>
    </message>
    <message>
      <source>“{name}” was written.</source>
      <translation>„{name}“ wurde geschrieben.</translation>
    </message>
    <message>
      <source>“{title}” failed.</source>
      <translation>„{title}“ ist fehlgeschlagen.</translation>
    </message>
    <message>
      <source>“{title}” is back in its panel. Start it again from there.</source>
      <translation>„{title}“ liegt wieder im Erstellen-Bereich. Von dort neu starten.</translation>
    </message>
    <message>
      <source>“{title}” is done.</source>
      <translation>„{title}“ ist fertig.</translation>
    </message>
    <message>
      <source>“{title}” is still running. Quit anyway?</source>
      <translation>„{title}“ läuft noch. Trotzdem beenden?</translation>
    </message>
    <message>
      <source>“{title}” waits in the queue.</source>
      <translation>„{title}“ wartet in der Warteschlange.</translation>
    </message>
    <message>
      <source>“{title}” was interrupted.</source>
      <translation>„{title}“ wurde unterbrochen.</translation>
    </message>
    <message>
      <source>“{title}” was not finished</source>
      <translation>„{title}“ wurde nicht fertig</translation>
    </message>
    <message>
      <source>“{title}” was stopped.</source>
      <translation>„{title}“ wurde angehalten.</translation>
    </message>
  </context>
  <context>
    <name>ProjectLock</name>
    <message>
      <source>The folder of “{name}” cannot be written.</source>
      <translation>Der Ordner von „{name}“ ist schreibgeschützt.</translation>
    </message>
    <message>
      <source>another computer</source>
      <translation>einem anderen Rechner</translation>
    </message>
    <message>
      <source>“{name}” is open in another window on {host}.</source>
      <translation>„{name}“ ist in einem anderen Fenster auf {host} geöffnet.</translation>
    </message>
  </context>
  <context>
    <name>Session</name>
    <message>
      <source>Choose face</source>
      <translation>Gesicht wählen</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message>
      <source>Appearance</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <source>Apple graphics (Metal)</source>
      <translation>Apple-Grafik (Metal)</translation>
    </message>
    <message>
      <source>As needed</source>
      <translation>Nach Bedarf</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <source>Automatic takes what was measured to be best on the device.</source>
      <translation>Automatisch nimmt, was auf dem Gerät am besten gemessen wurde.</translation>
    </message>
    <message>
      <source>Autosave</source>
      <translation>Automatisch sichern</translation>
    </message>
    <message>
      <source>Counts from the next start.</source>
      <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Dark leaves the eye with the pictures.</source>
      <translation>Dunkel lässt das Auge bei den Bildern.</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Engine</translation>
    </message>
    <message>
      <source>Every layer</source>
      <translation>Jede Schicht</translation>
    </message>
    <message>
      <source>Export as</source>
      <translation>Exportieren als</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <source>For editing (ProRes)</source>
      <translation>Zum Schneiden (ProRes)</translation>
    </message>
    <message>
      <source>For models whose publisher asks who you are. Kept in the system's key store.</source>
      <translation>Für Modelle, deren Herausgeber nach dem Namen fragt. Liegt im Schlüsselspeicher des Systems.</translation>
    </message>
    <message>
      <source>Graphics card (CUDA)</source>
      <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
      <source>Groups of layers</source>
      <translation>Gruppen von Schichten</translation>
    </message>
    <message>
      <source>How long after an edit the project's state is put aside for the case of a crash.</source>
      <translation>Wie lange nach einer Änderung der Stand für den Fall eines Absturzes beiseitegelegt wird.</translation>
    </message>
    <message>
      <source>How many previews of the running job are shown; 0 shows none.</source>
      <translation>Wie viele Vorschauen des laufenden Auftrags gezeigt werden; 0 zeigt keine.</translation>
    </message>
    <message>
      <source>Hugging Face token</source>
      <translation>Hugging-Face-Token</translation>
    </message>
    <message>
      <source>In relation to the system's text size.</source>
      <translation>Im Verhältnis zur Textgröße des Systems.</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Least memory, slowest.</source>
      <translation>Wenigster Speicher, am langsamsten.</translation>
    </message>
    <message>
      <source>Less movement</source>
      <translation>Weniger Bewegung</translation>
    </message>
    <message>
      <source>Lets large models run on small graphics cards, more slowly.</source>
      <translation>Lässt große Modelle auf kleinen Grafikkarten laufen, nur langsamer.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <source>Move parts to main memory</source>
      <translation>Teile in den Hauptspeicher auslagern</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <source>Nothing fades or slides; changes are shown at once.</source>
      <translation>Nichts blendet oder gleitet; Änderungen erscheinen sofort.</translation>
    </message>
    <message>
      <source>Nothing is fetched from the network until this is off and you ask for a download.</source>
      <translation>Nichts kommt aus dem Netz, solange dies an ist und kein Download verlangt wird.</translation>
    </message>
    <message>
      <source>Number format</source>
      <translation>Zahlenformat</translation>
    </message>
    <message>
      <source>Offline</source>
      <translation>Offline</translation>
    </message>
    <message>
      <source>Previews</source>
      <translation>Vorschauen</translation>
    </message>
    <message>
      <source>Processor</source>
      <translation>Prozessor</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>Warteschlange</translation>
    </message>
    <message>
      <source>Recipe in results</source>
      <translation>Rezept in Ergebnissen</translation>
    </message>
    <message>
      <source>Results carry the settings they were made with. Names of folders are never written.</source>
      <translation>Ergebnisse enthalten die Werte, mit denen sie entstanden. Ordnernamen werden nie geschrieben.</translation>
    </message>
    <message>
      <source>Room for thumbnails</source>
      <translation>Platz für Vorschaubilder</translation>
    </message>
    <message>
      <source>Slow, but it is always there.</source>
      <translation>Langsam, aber immer da.</translation>
    </message>
    <message>
      <source>Small (AV1)</source>
      <translation>Klein (AV1)</translation>
    </message>
    <message>
      <source>Store</source>
      <translation>Modellablage</translation>
    </message>
    <message>
      <source>Tell when a job ends</source>
      <translation>Ende eines Auftrags melden</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Textgröße</translation>
    </message>
    <message>
      <source>The oldest ones make room for new ones.</source>
      <translation>Die ältesten machen neuen Platz.</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>Farbschema</translation>
    </message>
    <message>
      <source>Twice the memory.</source>
      <translation>Doppelter Speicherbedarf.</translation>
    </message>
    <message>
      <source>Web (H.264)</source>
      <translation>Web (H.264)</translation>
    </message>
    <message>
      <source>What computes. Automatic takes the graphics card with the most memory.</source>
      <translation>Was rechnet. Automatisch nimmt die Grafikkarte mit dem meisten Speicher.</translation>
    </message>
    <message>
      <source>What the export offers first.</source>
      <translation>Was der Export zuerst anbietet.</translation>
    </message>
    <message>
      <source>Where models lie; empty is the application's own folder.</source>
      <translation>Wo Modelle liegen; leer ist der eigene Ordner des Programms.</translation>
    </message>
    <message>
      <source>Whole models</source>
      <translation>Ganze Modelle</translation>
    </message>
    <message>
      <source>With a notification of the system, while the window is not in front.</source>
      <translation>Mit einer Mitteilung des Systems, solange das Fenster nicht vorn ist.</translation>
    </message>
    <message>
      <source>With a sound</source>
      <translation>Mit einem Ton</translation>
    </message>
    <message>
      <source>per second</source>
      <translation>pro Sekunde</translation>
    </message>
  </context>
</TS>
