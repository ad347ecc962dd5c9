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
    <name>Engine</name>
    <message>
      <source> The nearest known one is %1.</source>
      <translation> Die nächste bekannte ist %1.</translation>
    </message>
    <message>
      <source> after window %1 of %2</source>
      <translation> nach Abschnitt %1 von %2</translation>
    </message>
    <message>
      <source> and </source>
      <translation> und </translation>
    </message>
    <message>
      <source> and %1 more</source>
      <translation> und %1 weitere</translation>
    </message>
    <message>
      <source> asks for more than weights</source>
      <translation> verlangt mehr als Gewichte</translation>
    </message>
    <message>
      <source> asks to run "%1"</source>
      <translation> will „%1“ ausführen</translation>
    </message>
    <message>
      <source> instead of %1 x %2</source>
      <translation> statt %1 x %2</translation>
    </message>
    <message>
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <source>"%1"</source>
      <translation>„%1“</translation>
    </message>
    <message>
      <source>"%1" %2 and does not make pictures here.</source>
      <translation>„%1“ %2 und erstellt hier keine Bilder.</translation>
    </message>
    <message>
      <source>"%1" already exists.</source>
      <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
      <source>"%1" and "%2" would write the same landmark file.</source>
      <translation>„%1“ und „%2“ würden dieselbe Landmarkendatei schreiben.</translation>
    </message>
    <message>
      <source>"%1" brings the list over %2 pictures.</source>
      <translation>Mit „%1“ hätte die Liste mehr als %2 Bilder.</translation>
    </message>
    <message>
      <source>"%1" can no longer be read.</source>
      <translation>„%1“ kann nicht mehr gelesen werden.</translation>
    </message>
    <message>
      <source>"%1" cannot be opened: %2.</source>
      <translation>„%1“ kann nicht geöffnet werden: %2.</translation>
    </message>
    <message>
      <source>"%1" cannot be read: %2.</source>
      <translation>„%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
      <source>"%1" cannot be read: it is not a movie or sound of a known kind, or it is cut off.</source>
      <translation>„%1“ kann nicht gelesen werden: kein Film oder Ton bekannter Art, oder abgeschnitten.</translation>
    </message>
    <message>
      <source>"%1" cannot be read: it is not a picture of a known kind.</source>
      <translation>„%1“ kann nicht gelesen werden: kein Bild bekannter Art.</translation>
    </message>
    <message>
      <source>"%1" cannot be read: its header gives no picture size.</source>
      <translation>„%1“ kann nicht gelesen werden: der Kopf der Datei nennt keine Bildgröße.</translation>
    </message>
    <message>
      <source>"%1" cannot be read: its header says %2 Hz and %3 channels.</source>
      <translation>„%1“ kann nicht gelesen werden: der Kopf der Datei nennt %2 Hz und %3 Kanäle.</translation>
    </message>
    <message>
      <source>"%1" cannot be read: no frame in it is whole.</source>
      <translation>„%1“ kann nicht gelesen werden: kein Frame darin ist ganz.</translation>
    </message>
    <message>
      <source>"%1" cannot be read: the file is empty.</source>
      <translation>„%1“ kann nicht gelesen werden: die Datei ist leer.</translation>
    </message>
    <message>
      <source>"%1" cannot be unpacked: %2.</source>
      <translation>„%1“ kann nicht entpackt werden: %2.</translation>
    </message>
    <message>
      <source>"%1" cannot be used: %2.</source>
      <translation>„%1“ kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
      <source>"%1" cannot be written: %2.</source>
      <translation>„%1“ kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
      <source>"%1" cannot carry subtitles as a track.</source>
      <translation>„%1“ kann keine Untertitelspur enthalten.</translation>
    </message>
    <message>
      <source>"%1" cannot hold %2 sound.</source>
      <translation>„%1“ kann keinen Ton als %2 enthalten.</translation>
    </message>
    <message>
      <source>"%1" cannot hold %2.</source>
      <translation>„%1“ kann %2 nicht enthalten.</translation>
    </message>
    <message>
      <source>"%1" cannot lie on the timeline.</source>
      <translation>„%1“ kann nicht in der Zeitleiste liegen.</translation>
    </message>
    <message>
      <source>"%1" cannot lie on the track "%2".</source>
      <translation>„%1“ kann nicht auf der Spur „%2“ liegen.</translation>
    </message>
    <message>
      <source>"%1" changed while it was copied.</source>
      <translation>„%1“ änderte sich während des Kopierens.</translation>
    </message>
    <message>
      <source>"%1" could not be copied: what was read back differs.</source>
      <translation>„%1“ konnte nicht kopiert werden: das Zurückgelesene weicht ab.</translation>
    </message>
    <message>
      <source>"%1" could not be written: %2.</source>
      <translation>„%1“ konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
      <source>"%1" does not end in .npz.</source>
      <translation>„%1“ endet nicht auf .npz.</translation>
    </message>
    <message>
      <source>"%1" does not end like a movie file.</source>
      <translation>„%1“ endet nicht wie eine Filmdatei.</translation>
    </message>
    <message>
      <source>"%1" does not end like a picture file.</source>
      <translation>„%1“ endet nicht wie eine Bilddatei.</translation>
    </message>
    <message>
      <source>"%1" does not end like a sound file.</source>
      <translation>„%1“ endet nicht wie eine Tondatei.</translation>
    </message>
    <message>
      <source>"%1" does not end like a timeline.</source>
      <translation>„%1“ endet nicht wie eine Zeitleistendatei.</translation>
    </message>
    <message>
      <source>"%1" does not exist.</source>
      <translation>„%1“ gibt es nicht.</translation>
    </message>
    <message>
      <source>"%1" does not fit the network: %2.</source>
      <translation>„%1“ passt nicht zum Netz: %2.</translation>
    </message>
    <message>
      <source>"%1" ends after %2 s, not %3 s as it says.</source>
      <translation>„%1“ endet nach %2 s, nicht nach %3 s, wie angegeben.</translation>
    </message>
    <message>
      <source>"%1" ends before its clip does; its last frame stays.</source>
      <translation>„%1“ endet vor dem Clip; der letzte Frame bleibt stehen.</translation>
    </message>
    <message>
      <source>"%1" gives %2 frames at %3 per second; %4 are needed.</source>
      <translation>„%1“ ergibt %2 Frames bei %3 je Sekunde; %4 werden gebraucht.</translation>
    </message>
    <message>
      <source>"%1" grew while it was read.</source>
      <translation>„%1“ wuchs während des Lesens.</translation>
    </message>
    <message>
      <source>"%1" has %2 x %3 pixels, too few for a movie.</source>
      <translation>„%1“ hat %2 x %3 Pixel, zu wenige für einen Film.</translation>
    </message>
    <message>
      <source>"%1" has %2; it was brought to the %3 of the shot.</source>
      <translation>„%1“ hat %2; angepasst an die %3 der Szene.</translation>
    </message>
    <message>
      <source>"%1" has bytes that are no characters.</source>
      <translation>„%1“ hat Bytes, die keine Zeichen sind.</translation>
    </message>
    <message>
      <source>"%1" has changed since this job was made; its present content is used.</source>
      <translation>„%1“ hat sich geändert, seit dieser Auftrag entstand; der jetzige Inhalt wird verwendet.</translation>
    </message>
    <message>
      <source>"%1" has more than %2 frames.</source>
      <translation>„%1“ hat mehr als %2 Frames.</translation>
    </message>
    <message>
      <source>"%1" has no .safetensors file with the transformer.</source>
      <translation>In „%1“ fehlt die .safetensors-Datei mit dem Transformer.</translation>
    </message>
    <message>
      <source>"%1" has no function detect_smpl_batched.</source>
      <translation>In „%1“ fehlt die Funktion detect_smpl_batched.</translation>
    </message>
    <message>
      <source>"%1" has no in and out point.</source>
      <translation>„%1“ hat keinen In- und Out-Punkt.</translation>
    </message>
    <message>
      <source>"%1" has no picture.</source>
      <translation>„%1“ enthält kein Bild.</translation>
    </message>
    <message>
      <source>"%1" has no subtitles within 100 hours.</source>
      <translation>„%1“ hat innerhalb von 100 Stunden keine Untertitel.</translation>
    </message>
    <message>
      <source>"%1" has no subtitles.</source>
      <translation>„%1“ hat keine Untertitel.</translation>
    </message>
    <message>
      <source>"%1" has only %2 of the %3 frames that are looked back on.</source>
      <translation>„%1“ hat nur %2 der %3 Frames, auf die zurückgeblickt wird.</translation>
    </message>
    <message>
      <source>"%1" has the original layout (%2); shots convert it while it loads. The diffusers layout, which has a model_index.json, loads faster: get "%3".</source>
      <translation>„%1“ hat den ursprünglichen Aufbau (%2); für Szenen wird er beim Laden umgewandelt. Der diffusers-Aufbau mit einer model_index.json lädt schneller: „%3“ besorgen.</translation>
    </message>
    <message>
      <source>"%1" holds %2 motions, so there is no number %3.</source>
      <translation>„%1“ enthält %2 Bewegungen, eine Nummer %3 gibt es also nicht.</translation>
    </message>
    <message>
      <source>"%1" holds %2, not %3.</source>
      <translation>„%1“ enthält %2, nicht %3.</translation>
    </message>
    <message>
      <source>"%1" holds a training already.</source>
      <translation>„%1“ enthält schon ein Training.</translation>
    </message>
    <message>
      <source>"%1" holds no list of tensors.</source>
      <translation>„%1“ enthält keine Liste von Tensoren.</translation>
    </message>
    <message>
      <source>"%1" holds no motion.</source>
      <translation>„%1“ enthält keine Bewegung.</translation>
    </message>
    <message>
      <source>"%1" holds no moving pictures.</source>
      <translation>„%1“ enthält keine bewegten Bilder.</translation>
    </message>
    <message>
      <source>"%1" holds no pictures.</source>
      <translation>„%1“ enthält keine Bilder.</translation>
    </message>
    <message>
      <source>"%1" holds no saved state of a training.</source>
      <translation>„%1“ enthält keinen gesicherten Stand eines Trainings.</translation>
    </message>
    <message>
      <source>"%1" holds no saved state.</source>
      <translation>„%1“ enthält keinen gesicherten Stand.</translation>
    </message>
    <message>
      <source>"%1" holds no sound.</source>
      <translation>„%1“ enthält keinen Ton.</translation>
    </message>
    <message>
      <source>"%1" holds no weights.</source>
      <translation>„%1“ enthält keine Gewichte.</translation>
    </message>
    <message>
      <source>"%1" holds several pictures; the first one was taken.</source>
      <translation>„%1“ enthält mehrere Bilder; das erste wurde genommen.</translation>
    </message>
    <message>
      <source>"%1" in %2 is another file than the one in the store.</source>
      <translation>„%1“ in %2 ist eine andere Datei als die in der Modellablage.</translation>
    </message>
    <message>
      <source>"%1" is a %2, not a %3.</source>
      <translation>„%1“ ist von der Art %2, nicht %3.</translation>
    </message>
    <message>
      <source>"%1" is a device or pipe, not a file.</source>
      <translation>„%1“ ist ein Gerät oder eine Pipe, keine Datei.</translation>
    </message>
    <message>
      <source>"%1" is a file, not a folder.</source>
      <translation>„%1“ ist eine Datei, kein Ordner.</translation>
    </message>
    <message>
      <source>"%1" is a folder, not a %2.</source>
      <translation>„%1“ ist ein Ordner; erwartet wird: %2.</translation>
    </message>
    <message>
      <source>"%1" is a folder, not a file.</source>
      <translation>„%1“ ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
      <source>"%1" is a link that leads out of the project's media folder.</source>
      <translation>„%1“ ist ein Verweis, der aus dem Medienordner des Projekts hinausführt.</translation>
    </message>
    <message>
      <source>"%1" is a nested film and was left out.</source>
      <translation>„%1“ ist ein verschachtelter Film und wurde ausgelassen.</translation>
    </message>
    <message>
      <source>"%1" is a pickle, which can run code when it is opened.</source>
      <translation>„%1“ ist ein Pickle, das beim Öffnen Code ausführen kann.</translation>
    </message>
    <message>
      <source>"%1" is a program and has changed since it was downloaded.</source>
      <translation>„%1“ ist ein Programm und hat sich seit dem Download geändert.</translation>
    </message>
    <message>
      <source>"%1" is a program that runs on this computer, and it did not come through the store.</source>
      <translation>„%1“ ist ein Programm, das auf diesem Rechner läuft, und kam nicht über die Modellablage.</translation>
    </message>
    <message>
      <source>"%1" is a style (LoRA), not a model.</source>
      <translation>„%1“ ist ein Stil (LoRA), kein Modell.</translation>
    </message>
    <message>
      <source>"%1" is a style for %2 and does not work with a model of the kind %3.</source>
      <translation>„%1“ ist ein Stil für %2 und passt nicht zu einem Modell der Art %3.</translation>
    </message>
    <message>
      <source>"%1" is already there.</source>
      <translation>„%1“ ist schon da.</translation>
    </message>
    <message>
      <source>"%1" is an HDR movie (%2); its colours look flat here.</source>
      <translation>„%1“ ist ein HDR-Film (%2); die Farben wirken hier flau.</translation>
    </message>
    <message>
      <source>"%1" is an input of this job, so the result cannot have its name.</source>
      <translation>„%1“ ist eine Eingabe dieses Auftrags; das Ergebnis kann nicht so heißen.</translation>
    </message>
    <message>
      <source>"%1" is damaged or holds no weights.</source>
      <translation>„%1“ ist beschädigt oder enthält keine Gewichte.</translation>
    </message>
    <message>
      <source>"%1" is damaged, or no pickle.</source>
      <translation>„%1“ ist beschädigt oder kein Pickle.</translation>
    </message>
    <message>
      <source>"%1" is damaged; what is whole in it is used.</source>
      <translation>„%1“ ist beschädigt; was davon ganz ist, wird verwendet.</translation>
    </message>
    <message>
      <source>"%1" is empty.</source>
      <translation>„%1“ ist leer.</translation>
    </message>
    <message>
      <source>"%1" is larger than %2 MB, too large for subtitles.</source>
      <translation>„%1“ ist größer als %2 MB, zu groß für Untertitel.</translation>
    </message>
    <message>
      <source>"%1" is larger than %2 MB, which no %3 is.</source>
      <translation>„%1“ ist größer als %2 MB; so groß darf die Datei nicht sein (%3).</translation>
    </message>
    <message>
      <source>"%1" is larger than 1 MB.</source>
      <translation>„%1“ ist größer als 1 MB.</translation>
    </message>
    <message>
      <source>"%1" is longer than %2 minutes.</source>
      <translation>„%1“ ist länger als %2 Minuten.</translation>
    </message>
    <message>
      <source>"%1" is missing from "%2".</source>
      <translation>„%1“ fehlt in „%2“.</translation>
    </message>
    <message>
      <source>"%1" is neither a picture nor a movie, sound or motion.</source>
      <translation>„%1“ ist weder Bild noch Film, Ton oder Bewegung.</translation>
    </message>
    <message>
      <source>"%1" is no motion that can be read.</source>
      <translation>„%1“ ist keine lesbare Bewegung.</translation>
    </message>
    <message>
      <source>"%1" is no plain file inside of the pack</source>
      <translation>„%1“ ist keine gewöhnliche Datei innerhalb des Pakets</translation>
    </message>
    <message>
      <source>"%1" is no pose landmarker model.</source>
      <translation>„%1“ ist kein Posen-Modell.</translation>
    </message>
    <message>
      <source>"%1" is no saved state of a training.</source>
      <translation>„%1“ ist kein gesicherter Stand eines Trainings.</translation>
    </message>
    <message>
      <source>"%1" is no training set.</source>
      <translation>„%1“ ist kein Trainingsdatensatz.</translation>
    </message>
    <message>
      <source>"%1" is not a SkyReels-V2 model: %2.</source>
      <translation>„%1“ ist kein SkyReels-V2-Modell: %2.</translation>
    </message>
    <message>
      <source>"%1" is not a TorchScript program.</source>
      <translation>„%1“ ist kein TorchScript-Programm.</translation>
    </message>
    <message>
      <source>"%1" is not a face landmarker model.</source>
      <translation>„%1“ ist kein Modell der Gesichtserkennung.</translation>
    </message>
    <message>
      <source>"%1" is not a file.</source>
      <translation>„%1“ ist keine Datei.</translation>
    </message>
    <message>
      <source>"%1" is not a folder.</source>
      <translation>„%1“ ist kein Ordner.</translation>
    </message>
    <message>
      <source>"%1" is not a model in the diffusers layout: %2.</source>
      <translation>„%1“ ist kein Modell im diffusers-Aufbau: %2.</translation>
    </message>
    <message>
      <source>"%1" is not a number format.</source>
      <translation>„%1“ ist kein Zahlenformat.</translation>
    </message>
    <message>
      <source>"%1" is not a pattern for file names.</source>
      <translation>„%1“ ist kein Muster für Dateinamen.</translation>
    </message>
    <message>
      <source>"%1" is not a style (LoRA): it has none of its matrices.</source>
      <translation>„%1“ ist kein Stil (LoRA): keine der dafür nötigen Matrizen ist darin.</translation>
    </message>
    <message>
      <source>"%1" is not a subtitle file: %2.</source>
      <translation>„%1“ ist keine Untertiteldatei: %2.</translation>
    </message>
    <message>
      <source>"%1" is not a table: %2.</source>
      <translation>„%1“ ist keine Tabelle: %2.</translation>
    </message>
    <message>
      <source>"%1" is not a text in UTF-8.</source>
      <translation>„%1“ ist kein Text in UTF-8.</translation>
    </message>
    <message>
      <source>"%1" is not named like a landmark file.</source>
      <translation>„%1“ heißt nicht wie eine Landmarkendatei.</translation>
    </message>
    <message>
      <source>"%1" is not the address of a server.</source>
      <translation>„%1“ ist keine Adresse eines Servers.</translation>
    </message>
    <message>
      <source>"%1" is not the name of a WAV file.</source>
      <translation>„%1“ ist kein Name einer WAV-Datei.</translation>
    </message>
    <message>
      <source>"%1" is not the name of a project.</source>
      <translation>„%1“ ist kein Name eines Projekts.</translation>
    </message>
    <message>
      <source>"%1" is not used: no picture has that name.</source>
      <translation>„%1“ wird nicht verwendet: kein Bild heißt so.</translation>
    </message>
    <message>
      <source>"%1" is shown smaller or moved far so that the faces match, and its edges are drawn out to fill the frame. Use pictures with faces of like size and place, or switch the alignment off.</source>
      <translation>„%1“ wird kleiner oder weit verschoben gezeigt, damit die Gesichter passen, und die Ränder werden bis zum Bildrand verlängert. Bilder mit ähnlich großen und ähnlich liegenden Gesichtern verwenden oder die Ausrichtung ausschalten.</translation>
    </message>
    <message>
      <source>"%1" is silent, so that trimming its silence would leave nothing.</source>
      <translation>„%1“ ist still; ohne die Stille bliebe nichts übrig.</translation>
    </message>
    <message>
      <source>"%1" is too large to be a face landmarker model.</source>
      <translation>„%1“ ist zu groß für ein Modell der Gesichtserkennung.</translation>
    </message>
    <message>
      <source>"%1" is too large: %2 x %3 pixels.</source>
      <translation>„%1“ ist zu groß: %2 x %3 Pixel.</translation>
    </message>
    <message>
      <source>"%1" is too large: %2.</source>
      <translation>„%1“ ist zu groß: %2.</translation>
    </message>
    <message>
      <source>"%1" is too long to be put before a shot.</source>
      <translation>„%1“ ist zu lang, um vor eine Szene gesetzt zu werden.</translation>
    </message>
    <message>
      <source>"%1" lacks a part of a complete model: %2.</source>
      <translation>In „%1“ fehlt ein Teil eines vollständigen Modells: %2.</translation>
    </message>
    <message>
      <source>"%1" may not be read.</source>
      <translation>„%1“ darf nicht gelesen werden.</translation>
    </message>
    <message>
      <source>"%1" shows %2 persons, so there is no number %3.</source>
      <translation>„%1“ zeigt %2 Personen, eine Nummer %3 gibt es also nicht.</translation>
    </message>
    <message>
      <source>"%1" shows nobody.</source>
      <translation>„%1“ zeigt niemanden.</translation>
    </message>
    <message>
      <source>"%1" wants to run code of its own, which is never done.</source>
      <translation>„%1“ will eigenen Code ausführen; das geschieht nie.</translation>
    </message>
    <message>
      <source>"%1" was not found.</source>
      <translation>„%1“ wurde nicht gefunden.</translation>
    </message>
    <message>
      <source>"%1" was not loaded: %2.</source>
      <translation>„%1“ wurde nicht geladen: %2.</translation>
    </message>
    <message>
      <source>"%1" was not read: it contains %2, which no motion needs.</source>
      <translation>„%1“ wurde nicht gelesen: darin ist %2, was keine Bewegung braucht.</translation>
    </message>
    <message>
      <source>"%1" was not understood.</source>
      <translation>„%1“ wurde nicht verstanden.</translation>
    </message>
    <message>
      <source>"%1" was not written: it has no frames.</source>
      <translation>„%1“ wurde nicht geschrieben: ohne Frames gibt es keinen Film.</translation>
    </message>
    <message>
      <source>"%1" was trained with another training set.</source>
      <translation>„%1“ wurde mit einem anderen Trainingsdatensatz trainiert.</translation>
    </message>
    <message>
      <source>"%1" was written by a newer version of Portraits.</source>
      <translation>„%1“ stammt von einer neueren Version von Portraits.</translation>
    </message>
    <message>
      <source>"%1"%2, which weights never need; it may be meant to harm this computer.</source>
      <translation>„%1“%2, was Gewichte nie brauchen; die Datei könnte diesem Rechner schaden wollen.</translation>
    </message>
    <message>
      <source>%1 %2 instead of %3</source>
      <translation>%1 %2 statt %3</translation>
    </message>
    <message>
      <source>%1 It is not used.</source>
      <translation>%1 Das Paket wird nicht verwendet.</translation>
    </message>
    <message>
      <source>%1 It probably does not fit into the free memory.</source>
      <translation>%1 Das passt wahrscheinlich nicht in den freien Speicher.</translation>
    </message>
    <message>
      <source>%1 Its default is used.</source>
      <translation>%1 Der Standard wird verwendet.</translation>
    </message>
    <message>
      <source>%1 and %2 more</source>
      <translation>%1 und %2 weitere</translation>
    </message>
    <message>
      <source>%1 asks for the device "%2", which is not here.</source>
      <translation>%1 verlangt das Gerät „%2“, das nicht hier ist.</translation>
    </message>
    <message>
      <source>%1 at %2 leaves the store's folder</source>
      <translation>%1 bei %2 verlässt den Ordner der Modellablage</translation>
    </message>
    <message>
      <source>%1 at %2 x %3 pixels and %4 frames per second</source>
      <translation>%1 mit %2 x %3 Pixeln und %4 Frames je Sekunde</translation>
    </message>
    <message>
      <source>%1 became %2 frames (%3 at %4 per second): the model makes %5 of them.</source>
      <translation>Aus %1 wurden %2 Frames (%3 bei %4 je Sekunde): das Modell erstellt %5 davon.</translation>
    </message>
    <message>
      <source>%1 cannot be downloaded: it is %2.</source>
      <translation>%1 kann nicht heruntergeladen werden, Herkunft: %2.</translation>
    </message>
    <message>
      <source>%1 cannot be loaded: %2.</source>
      <translation>%1 kann nicht geladen werden: %2.</translation>
    </message>
    <message>
      <source>%1 cannot denoise asynchronously.</source>
      <translation>%1 kann nicht asynchron entrauschen.</translation>
    </message>
    <message>
      <source>%1 cannot let a movie go on.</source>
      <translation>%1 kann keinen Film fortsetzen.</translation>
    </message>
    <message>
      <source>%1 comes under this licence: %2%3.</source>
      <translation>%1 steht unter dieser Lizenz: %2%3.</translation>
    </message>
    <message>
      <source>%1 does not fit this model: %2.</source>
      <translation>%1 passt nicht zu diesem Modell: %2.</translation>
    </message>
    <message>
      <source>%1 does not fit: %2.</source>
      <translation>%1 passt nicht: %2.</translation>
    </message>
    <message>
      <source>%1 does not hold %2-bit sound.</source>
      <translation>%1 kann keinen Ton mit %2 Bit enthalten.</translation>
    </message>
    <message>
      <source>%1 does not lie in the project's media folder</source>
      <translation>%1 liegt nicht im Medienordner des Projekts</translation>
    </message>
    <message>
      <source>%1 does not make pictures.</source>
      <translation>%1 erstellt keine Bilder.</translation>
    </message>
    <message>
      <source>%1 does not make shots.</source>
      <translation>%1 erstellt keine Szenen.</translation>
    </message>
    <message>
      <source>%1 does not tell its frame rate; %2 per second was assumed.</source>
      <translation>%1 nennt keine Bildrate; %2 je Sekunde wurden angenommen.</translation>
    </message>
    <message>
      <source>%1 does not tell its frame rate; 30 per second was assumed.</source>
      <translation>%1 nennt keine Bildrate; 30 je Sekunde wurden angenommen.</translation>
    </message>
    <message>
      <source>%1 faces</source>
      <translation>%1 Gesichter</translation>
    </message>
    <message>
      <source>%1 files stayed in %2, which is still searched for models.</source>
      <translation>%1 Dateien blieben in %2; dort wird weiter nach Modellen gesucht.</translation>
    </message>
    <message>
      <source>%1 frames of "%2" were done before; the work goes on there.</source>
      <translation>%1 Frames von „%2“ waren schon fertig; die Arbeit geht dort weiter.</translation>
    </message>
    <message>
      <source>%1 frames per second</source>
      <translation>%1 Frames je Sekunde</translation>
    </message>
    <message>
      <source>%1 frames without the person were filled.</source>
      <translation>%1 Frames ohne die Person wurden gefüllt.</translation>
    </message>
    <message>
      <source>%1 has %2 frames without a person.</source>
      <translation>%1 hat %2 Frames ohne Person.</translation>
    </message>
    <message>
      <source>%1 has %2 frames; tokens need at least %3.</source>
      <translation>%1 hat %2 Frames; Token brauchen mindestens %3.</translation>
    </message>
    <message>
      <source>%1 has an upper half only</source>
      <translation>%1 hat nur eine obere Hälfte</translation>
    </message>
    <message>
      <source>%1 has another content than it should have.</source>
      <translation>%1 hat einen anderen Inhalt als vorgesehen.</translation>
    </message>
    <message>
      <source>%1 has another shape</source>
      <translation>%1 hat eine andere Form</translation>
    </message>
    <message>
      <source>%1 has more than %2 frames.</source>
      <translation>%1 hat mehr als %2 Frames.</translation>
    </message>
    <message>
      <source>%1 has no file %2.</source>
      <translation>In %1 fehlt die Datei %2.</translation>
    </message>
    <message>
      <source>%1 has no frame with a person in it.</source>
      <translation>%1 hat keinen Frame mit einer Person.</translation>
    </message>
    <message>
      <source>%1 has no frames.</source>
      <translation>%1 hat keine Frames.</translation>
    </message>
    <message>
      <source>%1 has no joint for %2; they were put between their neighbours.</source>
      <translation>%1 hat keine Gelenke für %2; sie wurden zwischen ihre Nachbarn gesetzt.</translation>
    </message>
    <message>
      <source>%1 has the shape %2, not frames x %3 x 3.</source>
      <translation>%1 hat die Form %2, nicht Frames x %3 x 3.</translation>
    </message>
    <message>
      <source>%1 holds no sound; it was left out.</source>
      <translation>%1 enthält keinen Ton; er wurde ausgelassen.</translation>
    </message>
    <message>
      <source>%1 instead of %2</source>
      <translation>%1 statt %2</translation>
    </message>
    <message>
      <source>%1 is %2, the 24 kHz codec has %3</source>
      <translation>%1 ist %2, der 24-kHz-Codec hat %3</translation>
    </message>
    <message>
      <source>%1 is a control mark of the model, not text, and was left out.</source>
      <translation>%1 ist ein Steuerzeichen des Modells, kein Text, und wurde ausgelassen.</translation>
    </message>
    <message>
      <source>%1 is a link or a device, not a file</source>
      <translation>%1 ist ein Verweis oder ein Gerät, keine Datei</translation>
    </message>
    <message>
      <source>%1 is being downloaded already, by this or another window or command.</source>
      <translation>%1 wird schon heruntergeladen, von diesem oder einem anderen Fenster oder Befehl.</translation>
    </message>
    <message>
      <source>%1 is being downloaded, so it was not removed.</source>
      <translation>%1 wird gerade heruntergeladen und wurde deshalb nicht entfernt.</translation>
    </message>
    <message>
      <source>%1 is damaged: %2</source>
      <translation>%1 ist beschädigt: %2</translation>
    </message>
    <message>
      <source>%1 is encrypted</source>
      <translation>%1 ist verschlüsselt</translation>
    </message>
    <message>
      <source>%1 is given only to people who accepted its terms.</source>
      <translation>%1 erhält nur, wer die Bedingungen angenommen hat.</translation>
    </message>
    <message>
      <source>%1 is gone</source>
      <translation>%1 ist verschwunden</translation>
    </message>
    <message>
      <source>%1 is gone.</source>
      <translation>%1 ist verschwunden.</translation>
    </message>
    <message>
      <source>%1 is in it but not in the project</source>
      <translation>%1 liegt darin, gehört aber nicht zum Projekt</translation>
    </message>
    <message>
      <source>%1 is in it twice</source>
      <translation>%1 liegt zweimal darin</translation>
    </message>
    <message>
      <source>%1 is inside the store that is moved.</source>
      <translation>%1 liegt in der Modellablage, die umzieht.</translation>
    </message>
    <message>
      <source>%1 is installed already.</source>
      <translation>%1 ist schon installiert.</translation>
    </message>
    <message>
      <source>%1 is larger than it says</source>
      <translation>%1 ist größer als angegeben</translation>
    </message>
    <message>
      <source>%1 is missing</source>
      <translation>%1 fehlt</translation>
    </message>
    <message>
      <source>%1 is no sound file</source>
      <translation>%1 ist keine Tondatei</translation>
    </message>
    <message>
      <source>%1 is not a colour.</source>
      <translation>%1 ist keine Farbe.</translation>
    </message>
    <message>
      <source>%1 is not a folder</source>
      <translation>%1 ist kein Ordner</translation>
    </message>
    <message>
      <source>%1 is not a version</source>
      <translation>%1 ist keine Version</translation>
    </message>
    <message>
      <source>%1 is not advised here: it can overflow to black pictures or run slowly. %2 is better.</source>
      <translation>%1 ist hier nicht ratsam: schwarze Bilder oder ein langsamer Lauf sind möglich. %2 ist besser.</translation>
    </message>
    <message>
      <source>%1 is not complete.</source>
      <translation>%1 ist nicht vollständig.</translation>
    </message>
    <message>
      <source>%1 is not complete: %2.</source>
      <translation>%1 ist nicht vollständig: %2.</translation>
    </message>
    <message>
      <source>%1 is not complete: its folder %2 is missing.</source>
      <translation>%1 ist nicht vollständig: der Ordner %2 darin fehlt.</translation>
    </message>
    <message>
      <source>%1 is not installed.</source>
      <translation>%1 ist nicht installiert.</translation>
    </message>
    <message>
      <source>%1 is not known</source>
      <translation>%1 ist nicht bekannt</translation>
    </message>
    <message>
      <source>%1 is not possible: %2.</source>
      <translation>%1 ist so nicht möglich: %2.</translation>
    </message>
    <message>
      <source>%1 is not there in the version that was asked for.</source>
      <translation>%1 gibt es nicht in der verlangten Version.</translation>
    </message>
    <message>
      <source>%1 is not written through a container</source>
      <translation>%1 wird nicht über einen Container geschrieben</translation>
    </message>
    <message>
      <source>%1 is part of Portraits and goes with it.</source>
      <translation>%1 ist Teil von Portraits und geht mit ihm.</translation>
    </message>
    <message>
      <source>%1 leaves the model's folder</source>
      <translation>%1 verlässt den Ordner des Modells</translation>
    </message>
    <message>
      <source>%1 leaves the store</source>
      <translation>%1 verlässt die Modellablage</translation>
    </message>
    <message>
      <source>%1 letters</source>
      <translation>%1 Buchstaben</translation>
    </message>
    <message>
      <source>%1 lies in %2, which is only read.</source>
      <translation>%1 liegt in %2; dieser Ordner wird nur gelesen.</translation>
    </message>
    <message>
      <source>%1 makes no shots between two pictures.</source>
      <translation>%1 erstellt keine Szenen zwischen zwei Bildern.</translation>
    </message>
    <message>
      <source>%1 makes no shots from a picture.</source>
      <translation>%1 erstellt keine Szenen aus einem Bild.</translation>
    </message>
    <message>
      <source>%1 makes no shots from words alone.</source>
      <translation>%1 erstellt keine Szenen aus Worten allein.</translation>
    </message>
    <message>
      <source>%1 missing (%2)</source>
      <translation>%1 fehlen (%2)</translation>
    </message>
    <message>
      <source>%1 missing in %2.</source>
      <translation>%1 fehlt in %2.</translation>
    </message>
    <message>
      <source>%1 more unknown tags were left out.</source>
      <translation>%1 weitere unbekannte Marken wurden ausgelassen.</translation>
    </message>
    <message>
      <source>%1 motions for training and %2 for validation, %3 frames in all; no source is in both parts.</source>
      <translation>%1 Bewegungen zum Trainieren und %2 zum Prüfen, zusammen %3 Frames; keine Quelle ist in beiden Teilen.</translation>
    </message>
    <message>
      <source>%1 needs %2 more, and %3 are free in %4.</source>
      <translation>%1 braucht noch %2; frei sind %3 in %4.</translation>
    </message>
    <message>
      <source>%1 of %2 arrived damaged and is fetched again.</source>
      <translation>%1 von %2 kam beschädigt an und wird noch einmal geholt.</translation>
    </message>
    <message>
      <source>%1 of %2 arrived with a wrong content and was thrown away.</source>
      <translation>%1 von %2 kam mit falschem Inhalt an und wurde verworfen.</translation>
    </message>
    <message>
      <source>%1 of %2 have arrived.</source>
      <translation>%1 von %2 sind angekommen.</translation>
    </message>
    <message>
      <source>%1 of another script (%2) was left out: %3 speaks English.</source>
      <translation>%1 einer anderen Schrift (%2) wurde ausgelassen: %3 spricht Englisch.</translation>
    </message>
    <message>
      <source>%1 of another script (%2) were left out: %3 speaks English.</source>
      <translation>%1 einer anderen Schrift (%2) wurden ausgelassen: %3 spricht Englisch.</translation>
    </message>
    <message>
      <source>%1 of another shape (%2)</source>
      <translation>%1 mit anderer Form (%2)</translation>
    </message>
    <message>
      <source>%1 of another shape (%2: %3)</source>
      <translation>%1 mit anderer Form (%2: %3)</translation>
    </message>
    <message>
      <source>%1 of the package %2 changed; install the package again.</source>
      <translation>%1 des Pakets %2 wurde geändert; das Paket neu installieren.</translation>
    </message>
    <message>
      <source>%1 of the prompts were not used: the shot has fewer windows.</source>
      <translation>%1 der Prompts wurden nicht verwendet: die Szene hat weniger Abschnitte.</translation>
    </message>
    <message>
      <source>%1 parts of the LoRA do not belong to this model.</source>
      <translation>%1 Teile der LoRA gehören nicht zu diesem Modell.</translation>
    </message>
    <message>
      <source>%1 persons were found in "%2", so there is no number %3.</source>
      <translation>%1 Personen wurden in „%2“ gefunden, eine Nummer %3 gibt es also nicht.</translation>
    </message>
    <message>
      <source>%1 persons were found; number %2 was taken.</source>
      <translation>%1 Personen wurden gefunden; Nummer %2 wurde genommen.</translation>
    </message>
    <message>
      <source>%1 positions jumped and were replaced.</source>
      <translation>%1 Positionen sprangen und wurden ersetzt.</translation>
    </message>
    <message>
      <source>%1 ran out at %2 x %3 pixels%4.</source>
      <translation>%1 reichte nicht für %2 x %3 Pixel%4.</translation>
    </message>
    <message>
      <source>%1 ran out%2 at %3 x %4 pixels and %5 frames, also with the memory plan %6.</source>
      <translation>%1 reichte%2 nicht für %3 x %4 Pixel und %5 Frames, auch mit dem Speicherplan %6.</translation>
    </message>
    <message>
      <source>%1 says %2 x %3 pixels at %4 frames per second, which cannot be.</source>
      <translation>%1 nennt %2 x %3 Pixel bei %4 Frames je Sekunde; das kann nicht sein.</translation>
    </message>
    <message>
      <source>%1 sentences</source>
      <translation>%1 Sätze</translation>
    </message>
    <message>
      <source>%1 steps are few for a guidance of %2; the picture may burn out.</source>
      <translation>%1 Schritte sind wenig für eine Führung von %2; das Bild kann ausbrennen.</translation>
    </message>
    <message>
      <source>%1 symbols that have no sound were left out.</source>
      <translation>%1 Zeichen ohne Laut wurden ausgelassen.</translation>
    </message>
    <message>
      <source>%1 unexpected (%2)</source>
      <translation>%1 unerwartet (%2)</translation>
    </message>
    <message>
      <source>%1 was changed in its media folder</source>
      <translation>%1 wurde im Medienordner geändert</translation>
    </message>
    <message>
      <source>%1 was made for %2 %3, and this version of Portraits has %4.</source>
      <translation>%1 ist für %2 %3 gemacht, und diese Version von Portraits hat %4.</translation>
    </message>
    <message>
      <source>%1 was made for another system (%2).</source>
      <translation>%1 ist für ein anderes System gemacht (%2).</translation>
    </message>
    <message>
      <source>%1 was not changed: a pack is being installed, by this or another window or command.</source>
      <translation>%1 wurde nicht geändert: gerade wird ein Paket installiert, von diesem oder einem anderen Fenster oder Befehl.</translation>
    </message>
    <message>
      <source>%1 was put on an average body, because its own needs the licensed SMPL model.</source>
      <translation>%1 bekam einen durchschnittlichen Körper, weil der eigene das lizenzierte SMPL-Modell braucht.</translation>
    </message>
    <message>
      <source>%1 was taken: %2 needs %3, and %4 are free.</source>
      <translation>%1 wurde genommen: %2 braucht %3, frei sind %4.</translation>
    </message>
    <message>
      <source>%1 was taken: %2 would take days on a processor.</source>
      <translation>%1 wurde genommen: %2 würde auf einem Prozessor Tage brauchen.</translation>
    </message>
    <message>
      <source>%1 was trained on %2 frames; of %3 the later ones often repeat themselves. Models for long shots make them in windows: %4.</source>
      <translation>%1 wurde mit %2 Frames trainiert; von %3 wiederholen sich die späteren oft. Modelle für lange Szenen erstellen sie in Abschnitten: %4.</translation>
    </message>
    <message>
      <source>%1 was trained on %2 x %3 pixels; larger ones often show doubles.</source>
      <translation>%1 wurde mit %2 x %3 Pixeln trainiert; größere Szenen zeigen oft Doppeltes.</translation>
    </message>
    <message>
      <source>%1 would grow %2 times or more when unpacked</source>
      <translation>%1 würde beim Entpacken um das %2-fache oder mehr wachsen</translation>
    </message>
    <message>
      <source>%1 x %2 became %3 x %4 pixels: sides must be multiples of 16.</source>
      <translation>Aus %1 x %2 wurden %3 x %4 Pixel: die Seiten müssen Vielfache von 16 sein.</translation>
    </message>
    <message>
      <source>%1 x %2 became %3 x %4: sides must be multiples of %5.</source>
      <translation>Aus %1 x %2 wurde %3 x %4: die Seiten müssen Vielfache von %5 sein.</translation>
    </message>
    <message>
      <source>%1 x %2 pixels</source>
      <translation>%1 x %2 Pixel</translation>
    </message>
    <message>
      <source>%1 x %2 pixels are too small for a picture.</source>
      <translation>%1 x %2 Pixel sind zu klein für ein Bild.</translation>
    </message>
    <message>
      <source>%1 “%2” was left out: %3.</source>
      <translation>%1 „%2“ wurde ausgelassen: %3.</translation>
    </message>
    <message>
      <source>%1, joint statistics</source>
      <translation>%1, Statistik der Gelenke</translation>
    </message>
    <message>
      <source>%1, so that its peaks stay at %2 dB.</source>
      <translation>%1, damit die Spitzen bei %2 dB bleiben.</translation>
    </message>
    <message>
      <source>%1: expected %2, got %3</source>
      <translation>%1: %2 erwartet, %3 bekommen</translation>
    </message>
    <message>
      <source>, also with %1</source>
      <translation>, auch mit: %1</translation>
    </message>
    <message>
      <source>, or </source>
      <translation>, oder </translation>
    </message>
    <message>
      <source>, with an error of %1 mm</source>
      <translation>, mit einem Fehler von %1 mm</translation>
    </message>
    <message>
      <source>1 letter</source>
      <translation>1 Buchstabe</translation>
    </message>
    <message>
      <source>1 symbol that has no sound was left out.</source>
      <translation>1 Zeichen ohne Laut wurde ausgelassen.</translation>
    </message>
    <message>
      <source>4DMoT</source>
      <translation>4DMoT</translation>
    </message>
    <message>
      <source>8-bit weights are for the processor; the graphics card uses its own format.</source>
      <translation>8-Bit-Gewichte sind für den Prozessor; die Grafikkarte verwendet ihr eigenes Format.</translation>
    </message>
    <message>
      <source>&lt;%1&gt; is not an emotion tag and was left out.%2</source>
      <translation>&lt;%1&gt; ist keine Gefühlsmarke und wurde ausgelassen.%2</translation>
    </message>
    <message>
      <source>A SHA-256 belongs to one file, not to a pattern</source>
      <translation>Ein SHA-256 gehört zu einer Datei, nicht zu einem Muster</translation>
    </message>
    <message>
      <source>A TorchScript program: it is loaded only when its hash is the one remembered at the download, or after you confirm it.</source>
      <translation>Ein TorchScript-Programm: es wird nur geladen, wenn sein Hash der beim Download gemerkte ist oder Sie es bestätigt haben.</translation>
    </message>
    <message>
      <source>A curve of points needs at least two points</source>
      <translation>Eine Kurve aus Punkten braucht mindestens zwei Punkte</translation>
    </message>
    <message>
      <source>A file of %1 is no longer at %2.</source>
      <translation>Eine Datei von %1 liegt nicht mehr bei %2.</translation>
    </message>
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
      <source>A keyframe must lie inside its clip.</source>
      <translation>Ein Schlüsselbild muss innerhalb seines Clips liegen.</translation>
    </message>
    <message>
      <source>A line holds at most %1 characters; this one has %2.</source>
      <translation>Eine Zeile fasst höchstens %1 Zeichen; diese hat %2.</translation>
    </message>
    <message>
      <source>A loop of %1 frames is not possible.</source>
      <translation>Eine Schleife von %1 Frames ist nicht möglich.</translation>
    </message>
    <message>
      <source>A morph needs at least two pictures, and only one was given.</source>
      <translation>Ein Morph braucht mindestens zwei Bilder, gegeben ist nur eines.</translation>
    </message>
    <message>
      <source>A motion came in parts that do not fit.</source>
      <translation>Eine Bewegung kam in Teilen an, die nicht passen.</translation>
    </message>
    <message>
      <source>A motion of %1 in "%2" is too short and was left out.</source>
      <translation>Eine Bewegung von %1 in „%2“ ist zu kurz und wurde ausgelassen.</translation>
    </message>
    <message>
      <source>A movie cannot be %1 x %2 pixels.</source>
      <translation>Ein Film kann nicht %1 x %2 Pixel groß sein.</translation>
    </message>
    <message>
      <source>A movie cannot have %1 frames per second.</source>
      <translation>Ein Film kann nicht %1 Frames je Sekunde haben.</translation>
    </message>
    <message>
      <source>A pack of another version of Portraits.</source>
      <translation>Ein Paket einer anderen Version von Portraits.</translation>
    </message>
    <message>
      <source>A part to be silenced has a start and no end.</source>
      <translation>Ein Teil, der still werden soll, hat einen Anfang und kein Ende.</translation>
    </message>
    <message>
      <source>A pickle of weights (DeepSpeed layout); it is loaded weights-only. At least this size.</source>
      <translation>Ein Pickle mit Gewichten (DeepSpeed-Aufbau); nur die Gewichte werden geladen. Mindestens diese Größe.</translation>
    </message>
    <message>
      <source>A pickle of weights; it is loaded weights-only.</source>
      <translation>Ein Pickle mit Gewichten; nur die Gewichte werden geladen.</translation>
    </message>
    <message>
      <source>A picture is the same at every time.</source>
      <translation>Ein Bild ist zu jeder Zeit gleich.</translation>
    </message>
    <message>
      <source>A point of the curve is not a finite number</source>
      <translation>Ein Punkt der Kurve ist keine endliche Zahl</translation>
    </message>
    <message>
      <source>A series needs the face detector, which is not here.</source>
      <translation>Eine Serie braucht die Gesichtserkennung, die nicht hier ist.</translation>
    </message>
    <message>
      <source>A shot begins with a picture or goes on from a movie, not both.</source>
      <translation>Eine Szene beginnt mit einem Bild oder setzt einen Film fort, nicht beides.</translation>
    </message>
    <message>
      <source>A shot cannot have %1 frames.</source>
      <translation>Eine Szene kann nicht %1 Frames haben.</translation>
    </message>
    <message>
      <source>A sound file shows no subtitles; they were left out.</source>
      <translation>Eine Tondatei zeigt keine Untertitel; sie wurden ausgelassen.</translation>
    </message>
    <message>
      <source>A speed of %1 is not possible.</source>
      <translation>Ein Tempo von %1 ist nicht möglich.</translation>
    </message>
    <message>
      <source>A start and an end belong to the range "between"</source>
      <translation>Anfang und Ende gehören zum Bereich „between“</translation>
    </message>
    <message>
      <source>A training goes on either in its own folder or from another state.</source>
      <translation>Ein Training geht entweder im eigenen Ordner oder von einem anderen Stand aus weiter.</translation>
    </message>
    <message>
      <source>A training set of %1 training motions and %2 frames is not possible.</source>
      <translation>Ein Trainingsdatensatz aus %1 Bewegungen zum Trainieren und %2 Frames ist nicht möglich.</translation>
    </message>
    <message>
      <source>Add a track first.</source>
      <translation>Zuerst eine Spur hinzufügen.</translation>
    </message>
    <message>
      <source>Add another picture or name a folder with several.</source>
      <translation>Ein weiteres Bild hinzufügen oder einen Ordner mit mehreren nennen.</translation>
    </message>
    <message>
      <source>Add files of those kinds.</source>
      <translation>Dateien dieser Arten hinzufügen.</translation>
    </message>
    <message>
      <source>Add it again when it is whole.</source>
      <translation>Noch einmal hinzufügen, wenn die Datei ganz ist.</translation>
    </message>
    <message>
      <source>Add the folder it lies in in the window of models.</source>
      <translation>Den Ordner, in dem es liegt, im Fenster der Modelle hinzufügen.</translation>
    </message>
    <message>
      <source>Add the folder with: portraits-engine models add FOLDER. Needs the entry sdxl-settings as well.</source>
      <translation>Den Ordner im Fenster der Modelle hinzufügen. Braucht auch den Eintrag sdxl-settings.</translation>
    </message>
    <message>
      <source>Add the rest in a second step.</source>
      <translation>Den Rest in einem zweiten Schritt hinzufügen.</translation>
    </message>
    <message>
      <source>Add them again.</source>
      <translation>Die Dateien noch einmal hinzufügen.</translation>
    </message>
    <message>
      <source>Add those files to the gallery first.</source>
      <translation>Diese Dateien zuerst in die Galerie aufnehmen.</translation>
    </message>
    <message>
      <source>Allow downloads first, or add a folder that has it in the window of models.</source>
      <translation>Zuerst Downloads erlauben, oder im Fenster der Modelle einen Ordner hinzufügen, der es enthält.</translation>
    </message>
    <message>
      <source>Allow downloads first.</source>
      <translation>Zuerst Downloads erlauben.</translation>
    </message>
    <message>
      <source>Allow reading it, or copy it elsewhere.</source>
      <translation>Das Lesen erlauben oder die Datei woandershin kopieren.</translation>
    </message>
    <message>
      <source>An EDL has room for one track; only the lowest one with pictures was written.</source>
      <translation>Eine EDL hat Platz für eine Spur; nur die unterste mit Bildern wurde geschrieben.</translation>
    </message>
    <message>
      <source>An NVIDIA driver is here, but PyTorch cannot use it. Update the driver, or see portraits-engine doctor.</source>
      <translation>Ein NVIDIA-Treiber ist da, aber PyTorch kann ihn nicht verwenden. Den Treiber erneuern, oder siehe portraits-engine doctor.</translation>
    </message>
    <message>
      <source>An NVIDIA driver is here, but the installed PyTorch is the build without CUDA. %1</source>
      <translation>Ein NVIDIA-Treiber ist da, aber das installierte PyTorch ist die Fassung ohne CUDA. %1</translation>
    </message>
    <message>
      <source>An entry of the dictionary is too long.</source>
      <translation>Ein Eintrag des Wörterbuchs ist zu lang.</translation>
    </message>
    <message>
      <source>An other name is no pattern</source>
      <translation>Ein anderer Name ist kein Muster</translation>
    </message>
    <message>
      <source>An overlap of %1 became %2 frames.</source>
      <translation>Aus einer Überlappung von %1 wurden %2 Frames.</translation>
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
      <source>Animates a person's picture by a motion and words.</source>
      <translation>Animiert das Bild einer Person nach einer Bewegung und Worten.</translation>
    </message>
    <message>
      <source>Animates a person's picture by a motion; no words.</source>
      <translation>Animiert das Bild einer Person nach einer Bewegung; ohne Worte.</translation>
    </message>
    <message>
      <source>Any SDXL model in a single .safetensors file from a folder that you added.</source>
      <translation>Jedes SDXL-Modell in einer .safetensors-Datei aus einem hinzugefügten Ordner.</translation>
    </message>
    <message>
      <source>Apache-2.0</source>
      <translation>Apache-2.0</translation>
    </message>
    <message>
      <source>Ask for access at %1, or store another token in the settings, under Models.</source>
      <translation>Unter %1 um Zugang bitten oder in den Einstellungen unter Modelle ein anderes Token ablegen.</translation>
    </message>
    <message>
      <source>Ask for it to be packed again.</source>
      <translation>Darum bitten, dass es noch einmal gepackt wird.</translation>
    </message>
    <message>
      <source>Ask for more steps.</source>
      <translation>Mehr Schritte verlangen.</translation>
    </message>
    <message>
      <source>Asynchronous denoising works in blocks of frames and cannot hold a single picture.</source>
      <translation>Asynchrones Entrauschen arbeitet in Blöcken von Frames und kann kein einzelnes Bild halten.</translation>
    </message>
    <message>
      <source>Both halves of the guidance are computed one after the other, which needs less memory.</source>
      <translation>Beide Hälften der Führung werden nacheinander gerechnet; das braucht weniger Speicher.</translation>
    </message>
    <message>
      <source>Bringing models</source>
      <translation>Modelle umziehen</translation>
    </message>
    <message>
      <source>Built-in voice</source>
      <translation>Eingebaute Stimme</translation>
    </message>
    <message>
      <source>CRF, lower is better</source>
      <translation>CRF, kleiner ist besser</translation>
    </message>
    <message>
      <source>Call it NAME%1, where NAME is the name of its picture.</source>
      <translation>Die Datei NAME%1 nennen, wobei NAME der Name ihres Bildes ist.</translation>
    </message>
    <message>
      <source>Cancel the download first.</source>
      <translation>Zuerst den Download abbrechen.</translation>
    </message>
    <message>
      <source>Change it and start again.</source>
      <translation>Den Wert ändern und noch einmal starten.</translation>
    </message>
    <message>
      <source>Check it in the window of models.</source>
      <translation>Im Fenster der Modelle prüfen.</translation>
    </message>
    <message>
      <source>Check its name, or leave the field empty for the built-in one.</source>
      <translation>Den Namen prüfen, oder das Feld für die eingebaute leer lassen.</translation>
    </message>
    <message>
      <source>Check its permissions.</source>
      <translation>Die Rechte der Datei prüfen.</translation>
    </message>
    <message>
      <source>Check that it is the right file.</source>
      <translation>Prüfen, ob es die richtige Datei ist.</translation>
    </message>
    <message>
      <source>Check that it runs and has Maya1 loaded.</source>
      <translation>Prüfen, ob er läuft und Maya1 geladen hat.</translation>
    </message>
    <message>
      <source>Check that the file is still there.</source>
      <translation>Prüfen, ob die Datei noch da ist.</translation>
    </message>
    <message>
      <source>Check that you may read it.</source>
      <translation>Prüfen, ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
      <source>Check the disk, or choose another folder.</source>
      <translation>Den Datenträger prüfen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>Check the disk, or use another copy.</source>
      <translation>Den Datenträger prüfen oder eine andere Kopie verwenden.</translation>
    </message>
    <message>
      <source>Check the name and the folder, or add its folder in the window of models.</source>
      <translation>Name und Ordner prüfen oder den Ordner im Fenster der Modelle hinzufügen.</translation>
    </message>
    <message>
      <source>Check the name and the folder.</source>
      <translation>Name und Ordner prüfen.</translation>
    </message>
    <message>
      <source>Check the name, or choose a model of the store.</source>
      <translation>Den Namen prüfen oder ein Modell der Modellablage wählen.</translation>
    </message>
    <message>
      <source>Check the name.</source>
      <translation>Den Namen prüfen.</translation>
    </message>
    <message>
      <source>Checking %1</source>
      <translation>%1 prüfen</translation>
    </message>
    <message>
      <source>Choose %1 to %2.</source>
      <translation>%1 bis %2 wählen.</translation>
    </message>
    <message>
      <source>Choose %1.</source>
      <translation>Wählen: %1.</translation>
    </message>
    <message>
      <source>Choose 1 to %1 frames.</source>
      <translation>1 bis %1 Frames wählen.</translation>
    </message>
    <message>
      <source>Choose 4 to 8 steps.</source>
      <translation>4 bis 8 Schritte wählen.</translation>
    </message>
    <message>
      <source>Choose a %1 file.</source>
      <translation>Eine passende Datei wählen: %1.</translation>
    </message>
    <message>
      <source>Choose a LoRA file; a whole model is chosen as the model.</source>
      <translation>Eine LoRA-Datei wählen; ein ganzes Modell wird als Modell gewählt.</translation>
    </message>
    <message>
      <source>Choose a LoRA made for Wan 2.1 14B.</source>
      <translation>Eine LoRA für Wan 2.1 14B wählen.</translation>
    </message>
    <message>
      <source>Choose a file that ends in %1.</source>
      <translation>Eine Datei wählen, die auf %1 endet.</translation>
    </message>
    <message>
      <source>Choose a folder named checkpoint_epoch_..._step_... .</source>
      <translation>Einen Ordner mit dem Namen checkpoint_epoch_..._step_... wählen.</translation>
    </message>
    <message>
      <source>Choose a folder of a SkyReels-V2 model, in the diffusers or in the original layout.</source>
      <translation>Den Ordner eines SkyReels-V2-Modells wählen, im diffusers- oder im ursprünglichen Aufbau.</translation>
    </message>
    <message>
      <source>Choose a folder outside of it.</source>
      <translation>Einen Ordner außerhalb davon wählen.</translation>
    </message>
    <message>
      <source>Choose a folder that does not.</source>
      <translation>Einen Ordner wählen, den es noch nicht gibt.</translation>
    </message>
    <message>
      <source>Choose a folder that is there.</source>
      <translation>Einen Ordner wählen, den es gibt.</translation>
    </message>
    <message>
      <source>Choose a folder with PNG, JPEG, WebP, TIFF, BMP, GIF or HEIF files.</source>
      <translation>Einen Ordner mit Dateien der Art PNG, JPEG, WebP, TIFF, BMP, GIF oder HEIF wählen.</translation>
    </message>
    <message>
      <source>Choose a folder with a model_index.json, or a .safetensors file.</source>
      <translation>Einen Ordner mit einer model_index.json oder eine .safetensors-Datei wählen.</translation>
    </message>
    <message>
      <source>Choose a folder with a trained tokenizer.</source>
      <translation>Einen Ordner mit einem trainierten Tokenizer wählen.</translation>
    </message>
    <message>
      <source>Choose a full checkpoint with decoder and text encoders.</source>
      <translation>Ein vollständiges Modell mit Decoder und Text-Encodern wählen.</translation>
    </message>
    <message>
      <source>Choose a model for %1.</source>
      <translation>Ein Modell für %1 wählen.</translation>
    </message>
    <message>
      <source>Choose a model without code.</source>
      <translation>Ein Modell ohne Code wählen.</translation>
    </message>
    <message>
      <source>Choose a name such as dance%1.</source>
      <translation>Einen Namen wie dance%1 wählen.</translation>
    </message>
    <message>
      <source>Choose a name such as dance.motion.npz.</source>
      <translation>Einen Namen wie dance.motion.npz wählen.</translation>
    </message>
    <message>
      <source>Choose a name such as dances.npz.</source>
      <translation>Einen Namen wie dances.npz wählen.</translation>
    </message>
    <message>
      <source>Choose a name that ends in %1.</source>
      <translation>Einen Namen wählen, der auf %1 endet.</translation>
    </message>
    <message>
      <source>Choose a name that ends in .wav.</source>
      <translation>Einen Namen wählen, der auf .wav endet.</translation>
    </message>
    <message>
      <source>Choose a part of the picture around the face.</source>
      <translation>Einen Teil des Bildes um das Gesicht wählen.</translation>
    </message>
    <message>
      <source>Choose a part of the sound.</source>
      <translation>Einen Teil des Tons wählen.</translation>
    </message>
    <message>
      <source>Choose a person from 0 to %1.</source>
      <translation>Eine Person von 0 bis %1 wählen.</translation>
    </message>
    <message>
      <source>Choose a picture in which a person is seen at least from head to hips, or give the place in numbers.</source>
      <translation>Ein Bild wählen, in dem eine Person mindestens von Kopf bis Hüfte zu sehen ist, oder den Ort in Zahlen angeben.</translation>
    </message>
    <message>
      <source>Choose a project that Portraits saved.</source>
      <translation>Ein Projekt wählen, das Portraits gesichert hat.</translation>
    </message>
    <message>
      <source>Choose a range inside the film.</source>
      <translation>Einen Bereich innerhalb des Films wählen.</translation>
    </message>
    <message>
      <source>Choose a row of stills.</source>
      <translation>Eine Reihe von Standbildern wählen.</translation>
    </message>
    <message>
      <source>Choose a shorter name.</source>
      <translation>Einen kürzeren Namen wählen.</translation>
    </message>
    <message>
      <source>Choose a smaller height, or check the units of the motion.</source>
      <translation>Eine kleinere Höhe wählen oder die Einheiten der Bewegung prüfen.</translation>
    </message>
    <message>
      <source>Choose a start before the end, inside of the motion.</source>
      <translation>Einen Anfang vor dem Ende wählen, innerhalb der Bewegung.</translation>
    </message>
    <message>
      <source>Choose a start picture too.</source>
      <translation>Auch ein Startbild wählen.</translation>
    </message>
    <message>
      <source>Choose a still and a voice.</source>
      <translation>Ein Standbild und eine Stimme wählen.</translation>
    </message>
    <message>
      <source>Choose a still, a movie or a title.</source>
      <translation>Ein Standbild, einen Film oder einen Titel wählen.</translation>
    </message>
    <message>
      <source>Choose a style for %1.</source>
      <translation>Einen Stil für %1 wählen.</translation>
    </message>
    <message>
      <source>Choose a style made for this kind of model.</source>
      <translation>Einen Stil für diese Art von Modell wählen.</translation>
    </message>
    <message>
      <source>Choose a video in which one person is seen from head to feet.</source>
      <translation>Ein Video wählen, in dem eine Person von Kopf bis Fuß zu sehen ist.</translation>
    </message>
    <message>
      <source>Choose a voice of the project.</source>
      <translation>Eine Stimme des Projekts wählen.</translation>
    </message>
    <message>
      <source>Choose an .srt or .vtt file.</source>
      <translation>Eine .srt- oder .vtt-Datei wählen.</translation>
    </message>
    <message>
      <source>Choose an empty folder.</source>
      <translation>Einen leeren Ordner wählen.</translation>
    </message>
    <message>
      <source>Choose an end after the beginning; to move nothing at all take the motion strength 0.</source>
      <translation>Ein Ende nach dem Anfang wählen; soll sich nichts bewegen, die Stärke der Bewegung auf 0 setzen.</translation>
    </message>
    <message>
      <source>Choose an index from 0 to %1.</source>
      <translation>Eine Nummer von 0 bis %1 wählen.</translation>
    </message>
    <message>
      <source>Choose another codec.</source>
      <translation>Einen anderen Codec wählen.</translation>
    </message>
    <message>
      <source>Choose another disk or a lower quality.</source>
      <translation>Einen anderen Datenträger oder eine geringere Qualität wählen.</translation>
    </message>
    <message>
      <source>Choose another disk.</source>
      <translation>Einen anderen Datenträger wählen.</translation>
    </message>
    <message>
      <source>Choose another file type.</source>
      <translation>Einen anderen Dateityp wählen.</translation>
    </message>
    <message>
      <source>Choose another file, or leave the field empty for the built-in one.</source>
      <translation>Eine andere Datei wählen, oder das Feld für die eingebaute leer lassen.</translation>
    </message>
    <message>
      <source>Choose another file.</source>
      <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
      <source>Choose another folder or free some space, and run it again: then it is only written.</source>
      <translation>Einen anderen Ordner wählen oder Platz schaffen und noch einmal starten: dann wird nur noch geschrieben.</translation>
    </message>
    <message>
      <source>Choose another folder, or change the permissions of this one.</source>
      <translation>Einen anderen Ordner wählen oder die Rechte dieses Ordners ändern.</translation>
    </message>
    <message>
      <source>Choose another folder.</source>
      <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>Choose another motion.</source>
      <translation>Eine andere Bewegung wählen.</translation>
    </message>
    <message>
      <source>Choose another name for the result.</source>
      <translation>Für das Ergebnis einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>Choose another one.</source>
      <translation>Einen anderen Wert wählen.</translation>
    </message>
    <message>
      <source>Choose another person or another video.</source>
      <translation>Eine andere Person oder ein anderes Video wählen.</translation>
    </message>
    <message>
      <source>Choose another size or codec.</source>
      <translation>Eine andere Größe oder einen anderen Codec wählen.</translation>
    </message>
    <message>
      <source>Choose another take.</source>
      <translation>Einen anderen Take wählen.</translation>
    </message>
    <message>
      <source>Choose another track, or add one.</source>
      <translation>Eine andere Spur wählen oder eine hinzufügen.</translation>
    </message>
    <message>
      <source>Choose another value.</source>
      <translation>Einen anderen Wert wählen.</translation>
    </message>
    <message>
      <source>Choose at least %1 on each side; this model was trained on %2.</source>
      <translation>Mindestens %1 je Seite wählen; dieses Modell wurde mit %2 trainiert.</translation>
    </message>
    <message>
      <source>Choose auto or one of: %1.</source>
      <translation>„auto“ oder eines davon wählen: %1.</translation>
    </message>
    <message>
      <source>Choose auto, float32, bfloat16 or float16.</source>
      <translation>auto, float32, bfloat16 oder float16 wählen.</translation>
    </message>
    <message>
      <source>Choose clips of one track.</source>
      <translation>Clips einer Spur wählen.</translation>
    </message>
    <message>
      <source>Choose clips on the timeline.</source>
      <translation>Clips in der Zeitleiste wählen.</translation>
    </message>
    <message>
      <source>Choose fewer frames per second.</source>
      <translation>Weniger Frames je Sekunde wählen.</translation>
    </message>
    <message>
      <source>Choose one of: %1.</source>
      <translation>Eines davon wählen: %1.</translation>
    </message>
    <message>
      <source>Choose pictures of the project.</source>
      <translation>Bilder des Projekts wählen.</translation>
    </message>
    <message>
      <source>Choose pictures, movies or sounds in the gallery.</source>
      <translation>Bilder, Filme oder Töne in der Galerie wählen.</translation>
    </message>
    <message>
      <source>Choose stills that are neighbours on one track.</source>
      <translation>Standbilder wählen, die auf einer Spur nebeneinander liegen.</translation>
    </message>
    <message>
      <source>Choose the folder of %1, or the other model.</source>
      <translation>Den Ordner von %1 wählen, oder das andere Modell.</translation>
    </message>
    <message>
      <source>Choose the folder of a training, or one named checkpoint_epoch_..._step_... in it.</source>
      <translation>Den Ordner eines Trainings wählen, oder darin einen mit dem Namen checkpoint_epoch_..._step_...</translation>
    </message>
    <message>
      <source>Choose the memory plan group or fp8, turn both halves at once off, or take a smaller size.</source>
      <translation>Den Speicherplan group oder fp8 wählen, beide Hälften zugleich ausschalten oder eine kleinere Größe nehmen.</translation>
    </message>
    <message>
      <source>Choose the model %1, or auto.</source>
      <translation>Das Modell %1 oder auto wählen.</translation>
    </message>
    <message>
      <source>Choose the model 17b, or leave the LoRA out.</source>
      <translation>Das Modell 17b wählen oder die LoRA weglassen.</translation>
    </message>
    <message>
      <source>Choose the number format bfloat16 or float32, lower the strengths of styles, or check the model's files.</source>
      <translation>Das Zahlenformat bfloat16 oder float32 wählen, die Stärken der Stile senken oder die Dateien des Modells prüfen.</translation>
    </message>
    <message>
      <source>Choose the number format float32 or bfloat16, lower the strengths of styles, or check the model's file.</source>
      <translation>Das Zahlenformat float32 oder bfloat16 wählen, die Stärken der Stile senken oder die Datei des Modells prüfen.</translation>
    </message>
    <message>
      <source>Choose the weights of this model, in the variant that was asked for.</source>
      <translation>Die Gewichte dieses Modells in der verlangten Fassung wählen.</translation>
    </message>
    <message>
      <source>Clean the motion first, which fills its gaps.</source>
      <translation>Die Bewegung zuerst bereinigen; das füllt ihre Lücken.</translation>
    </message>
    <message>
      <source>Clips have no value %1 that can be set.</source>
      <translation>Clips haben keinen Wert %1, der gesetzt werden kann.</translation>
    </message>
    <message>
      <source>Clips of several tracks cannot be inserted at once.</source>
      <translation>Clips mehrerer Spuren können nicht auf einmal eingefügt werden.</translation>
    </message>
    <message>
      <source>Close other programs, or choose a smaller model.</source>
      <translation>Andere Programme schließen oder ein kleineres Modell wählen.</translation>
    </message>
    <message>
      <source>Close other programs, or run it again with the memory plan sequential.</source>
      <translation>Andere Programme schließen oder mit dem Speicherplan sequential noch einmal starten.</translation>
    </message>
    <message>
      <source>Close other programs, or take a smaller size.</source>
      <translation>Andere Programme schließen oder eine kleinere Größe nehmen.</translation>
    </message>
    <message>
      <source>CogVideoX licence</source>
      <translation>CogVideoX-Lizenz</translation>
    </message>
    <message>
      <source>Configurations and word lists that single-file checkpoints need; no weights.</source>
      <translation>Konfigurationen und Wortlisten, die Modelle in einer Datei brauchen; keine Gewichte.</translation>
    </message>
    <message>
      <source>Confirm it once in the window of models.</source>
      <translation>Einmal im Fenster der Modelle bestätigen.</translation>
    </message>
    <message>
      <source>Confirm that you trust it, or let the store download it.</source>
      <translation>Bestätigen, dass Sie ihm vertrauen, oder es über die Modellablage herunterladen.</translation>
    </message>
    <message>
      <source>Connection refused</source>
      <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
      <source>Copying media</source>
      <translation>Medien kopieren</translation>
    </message>
    <message>
      <source>Correct or remove %1.</source>
      <translation>%1 berichtigen oder entfernen.</translation>
    </message>
    <message>
      <source>CreativeML Open RAIL++-M</source>
      <translation>CreativeML Open RAIL++-M</translation>
    </message>
    <message>
      <source>Cut it first.</source>
      <translation>Zuerst kürzen.</translation>
    </message>
    <message>
      <source>Cut it first: portraits-engine motion clean --start and --end.</source>
      <translation>Zuerst kürzen.</translation>
    </message>
    <message>
      <source>Cut it into shorter ones.</source>
      <translation>In kürzere teilen.</translation>
    </message>
    <message>
      <source>Cut it shorter, or go on from it without keeping it.</source>
      <translation>Kürzer schneiden, oder fortsetzen, ohne den Film davor zu behalten.</translation>
    </message>
    <message>
      <source>Cut out the part that is needed.</source>
      <translation>Den benötigten Teil herausschneiden.</translation>
    </message>
    <message>
      <source>Decoder and scheduler of CogVideoX-5b</source>
      <translation>Decoder und Scheduler von CogVideoX-5b</translation>
    </message>
    <message>
      <source>Decodes SDXL pictures in 16 bit without black results.</source>
      <translation>Decodiert SDXL-Bilder in 16 Bit ohne schwarze Ergebnisse.</translation>
    </message>
    <message>
      <source>Decoding</source>
      <translation>Decodieren</translation>
    </message>
    <message>
      <source>Delete it, and get the model as .safetensors.</source>
      <translation>Die Datei löschen und das Modell als .safetensors besorgen.</translation>
    </message>
    <message>
      <source>Denoising</source>
      <translation>Entrauschen</translation>
    </message>
    <message>
      <source>Describe a portrait that looks into the camera, or start with another seed.</source>
      <translation>Ein Portrait beschreiben, das in die Kamera schaut, oder mit einem anderen Startwert beginnen.</translation>
    </message>
    <message>
      <source>Describe it, for example "40-year-old, warm, low pitch".</source>
      <translation>Sie beschreiben, zum Beispiel „40-year-old, warm, low pitch“.</translation>
    </message>
    <message>
      <source>Detect on a crop around the face, or lower the detection confidence.</source>
      <translation>Auf einem Ausschnitt um das Gesicht erkennen oder die Sicherheit der Erkennung senken.</translation>
    </message>
    <message>
      <source>Detect on crops around the faces, or lower the detection confidence.</source>
      <translation>Auf Ausschnitten um die Gesichter erkennen oder die Sicherheit der Erkennung senken.</translation>
    </message>
    <message>
      <source>Detect the landmarks again, or scale them when it is the same picture at another size.</source>
      <translation>Die Landmarken neu erkennen, oder sie skalieren, wenn es dasselbe Bild in anderer Größe ist.</translation>
    </message>
    <message>
      <source>Detect the landmarks of both again.</source>
      <translation>Die Landmarken beider neu erkennen.</translation>
    </message>
    <message>
      <source>Did you mean %1?</source>
      <translation>Meinten Sie %1?</translation>
    </message>
    <message>
      <source>Divide it into several jobs.</source>
      <translation>In mehrere Aufträge teilen.</translation>
    </message>
    <message>
      <source>Divide it into several lines.</source>
      <translation>In mehrere Zeilen teilen.</translation>
    </message>
    <message>
      <source>Do not open this file with other programs, and get the motion from a source you trust.</source>
      <translation>Diese Datei nicht mit anderen Programmen öffnen und die Bewegung aus vertrauenswürdiger Quelle besorgen.</translation>
    </message>
    <message>
      <source>Download it again in the window of models.</source>
      <translation>Im Fenster der Modelle noch einmal herunterladen.</translation>
    </message>
    <message>
      <source>Download it again, or choose the folder of hubertsiuzdak/snac_24khz.</source>
      <translation>Noch einmal herunterladen oder den Ordner von hubertsiuzdak/snac_24khz wählen.</translation>
    </message>
    <message>
      <source>Download it again, or leave it out; every picture would be black.</source>
      <translation>Noch einmal herunterladen oder weglassen; jedes Bild würde schwarz.</translation>
    </message>
    <message>
      <source>Download it again.</source>
      <translation>Noch einmal herunterladen.</translation>
    </message>
    <message>
      <source>Download it again; if that does not help, look at its page or use another network.</source>
      <translation>Noch einmal herunterladen; wenn das nicht hilft, die Seite des Modells ansehen oder ein anderes Netz verwenden.</translation>
    </message>
    <message>
      <source>Download it in the models window, or use mediapipe.</source>
      <translation>Im Fenster der Modelle herunterladen oder mediapipe verwenden.</translation>
    </message>
    <message>
      <source>Download it in the window of models.</source>
      <translation>Im Fenster der Modelle herunterladen.</translation>
    </message>
    <message>
      <source>Download or copy it again.</source>
      <translation>Noch einmal herunterladen oder kopieren.</translation>
    </message>
    <message>
      <source>Download the CUDA runtime in the window of the models, or: portraits-engine pack install cuda.</source>
      <translation>Die CUDA-Laufzeit im Fenster der Modelle herunterladen, oder: portraits-engine pack install cuda.</translation>
    </message>
    <message>
      <source>Download the model again, or choose another.</source>
      <translation>Das Modell noch einmal herunterladen oder ein anderes wählen.</translation>
    </message>
    <message>
      <source>Download the model hubertsiuzdak/snac_24khz.</source>
      <translation>Das Modell hubertsiuzdak/snac_24khz herunterladen.</translation>
    </message>
    <message>
      <source>Download the model maya-research/maya1 again, or choose its folder.</source>
      <translation>Das Modell maya-research/maya1 noch einmal herunterladen oder seinen Ordner wählen.</translation>
    </message>
    <message>
      <source>Download the model maya-research/maya1.</source>
      <translation>Das Modell maya-research/maya1 herunterladen.</translation>
    </message>
    <message>
      <source>Download the model pose-landmarker.</source>
      <translation>Das Modell pose-landmarker herunterladen.</translation>
    </message>
    <message>
      <source>Download the model, or name the folder that holds it.</source>
      <translation>Das Modell herunterladen oder den Ordner nennen, der es enthält.</translation>
    </message>
    <message>
      <source>Download the parts again.</source>
      <translation>Die Teile noch einmal herunterladen.</translation>
    </message>
    <message>
      <source>Downloading %1</source>
      <translation>%1 herunterladen</translation>
    </message>
    <message>
      <source>Downloads stay forbidden, because the variable %1 is set on this computer.</source>
      <translation>Downloads bleiben verboten, weil auf diesem Rechner die Variable %1 gesetzt ist.</translation>
    </message>
    <message>
      <source>Drawing</source>
      <translation>Zeichnen</translation>
    </message>
    <message>
      <source>Drop pictures and movies on a picture track, sounds on a sound track.</source>
      <translation>Bilder und Filme auf eine Bildspur ziehen, Töne auf eine Tonspur.</translation>
    </message>
    <message>
      <source>Drop pictures on a picture track and sounds on a sound track.</source>
      <translation>Bilder auf eine Bildspur und Töne auf eine Tonspur ziehen.</translation>
    </message>
    <message>
      <source>Each part is on the card only while it works</source>
      <translation>Jeder Teil ist nur auf der Karte, während er arbeitet</translation>
    </message>
    <message>
      <source>Editing the sound</source>
      <translation>Ton bearbeiten</translation>
    </message>
    <message>
      <source>Encoders and decoder of Wan 2.1</source>
      <translation>Encoder und Decoder von Wan 2.1</translation>
    </message>
    <message>
      <source>Everything stays on the device</source>
      <translation>Alles bleibt auf dem Gerät</translation>
    </message>
    <message>
      <source>Expected %1 found places, like moved points, got %2</source>
      <translation>%1 gefundene Orte wie verschobene Punkte erwartet, %2 bekommen</translation>
    </message>
    <message>
      <source>Expected %1 landmarks for "%2", got %3.</source>
      <translation>%1 Landmarken für „%2“ erwartet, %3 bekommen.</translation>
    </message>
    <message>
      <source>Expected %1 points, got %2</source>
      <translation>%1 Punkte erwartet, %2 bekommen</translation>
    </message>
    <message>
      <source>Expected `%1`</source>
      <translation>`%1` erwartet</translation>
    </message>
    <message>
      <source>Expected `%1` %2</source>
      <translation>`%1` %2 erwartet</translation>
    </message>
    <message>
      <source>Expected `%1` %2 - at `%3`</source>
      <translation>`%1` %2 erwartet - bei `%3`</translation>
    </message>
    <message>
      <source>Expected `%1` - at `%2`</source>
      <translation>`%1` erwartet - bei `%2`</translation>
    </message>
    <message>
      <source>Expected `%1` of length %2</source>
      <translation>`%1` der Länge %2 erwartet</translation>
    </message>
    <message>
      <source>Expected `%1` of length %2 - at `%3`</source>
      <translation>`%1` der Länge %2 erwartet - bei `%3`</translation>
    </message>
    <message>
      <source>Expected `%1`, got `%2`</source>
      <translation>`%1` erwartet, `%2` bekommen</translation>
    </message>
    <message>
      <source>Expected `%1`, got `%2` - at `%3`</source>
      <translation>`%1` erwartet, `%2` bekommen - bei `%3`</translation>
    </message>
    <message>
      <source>Expected a fraction such as 24 or 24000/1001</source>
      <translation>Einen Bruch wie 24 oder 24000/1001 erwartet</translation>
    </message>
    <message>
      <source>Expected a fraction such as 24 or 24000/1001, got %1</source>
      <translation>Einen Bruch wie 24 oder 24000/1001 erwartet, %1 bekommen</translation>
    </message>
    <message>
      <source>Export it again as OpenTimelineIO (.otio) or Final Cut XML from the program it came from.</source>
      <translation>Als OpenTimelineIO (.otio) oder Final Cut XML noch einmal aus dem Programm exportieren, aus dem er stammt.</translation>
    </message>
    <message>
      <source>Export it again in the program it came from, or leave it out.</source>
      <translation>Noch einmal aus dem ursprünglichen Programm exportieren oder weglassen.</translation>
    </message>
    <message>
      <source>Extract it again, or give the right frame rate.</source>
      <translation>Noch einmal extrahieren oder die richtige Bildrate angeben.</translation>
    </message>
    <message>
      <source>Extract the motion again, or choose another file.</source>
      <translation>Die Bewegung noch einmal extrahieren oder eine andere Datei wählen.</translation>
    </message>
    <message>
      <source>Face landmarker</source>
      <translation>Gesichtserkennung</translation>
    </message>
    <message>
      <source>Faces were not repaired: %1</source>
      <translation>Gesichter wurden nicht ausgebessert: %1</translation>
    </message>
    <message>
      <source>Faces were not repaired: the face detector is not here.</source>
      <translation>Gesichter wurden nicht ausgebessert: die Gesichtserkennung ist nicht hier.</translation>
    </message>
    <message>
      <source>Few steps</source>
      <translation>Wenige Schritte</translation>
    </message>
    <message>
      <source>File exists</source>
      <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
      <source>File is not a zip file</source>
      <translation>die Datei ist kein Zip</translation>
    </message>
    <message>
      <source>File name too long</source>
      <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
      <source>Files of it are missing or changed.</source>
      <translation>Dateien davon fehlen oder wurden geändert.</translation>
    </message>
    <message>
      <source>Find it in another folder, or remove its clips.</source>
      <translation>In einem anderen Ordner suchen oder die Clips entfernen.</translation>
    </message>
    <message>
      <source>Finding faces</source>
      <translation>Gesichter suchen</translation>
    </message>
    <message>
      <source>Finding joints</source>
      <translation>Gelenke suchen</translation>
    </message>
    <message>
      <source>Finds the 3-D joints of people in a driving video.</source>
      <translation>Findet die 3-D-Gelenke von Personen in einem Bewegungsvideo.</translation>
    </message>
    <message>
      <source>Finds the 478 landmarks of faces.</source>
      <translation>Findet die 478 Landmarken von Gesichtern.</translation>
    </message>
    <message>
      <source>Finds the joints of a person in a driving video, approximately and for any use.</source>
      <translation>Findet die Gelenke einer Person in einem Bewegungsvideo, ungefähr und für jeden Zweck.</translation>
    </message>
    <message>
      <source>Frames %1 to %2 of a motion with %3 frames are none.</source>
      <translation>Die Frames %1 bis %2 einer Bewegung mit %3 Frames gibt es nicht.</translation>
    </message>
    <message>
      <source>Frames:\s*(\d{1,9})\s+Frame Time:\s*([0-9.eE+-]{1,30})</source>
      <translation>Frames:\s*(\d{1,9})\s+Frame Time:\s*([0-9.eE+-]{1,30})</translation>
    </message>
    <message>
      <source>Free some space or choose another folder, then try again.</source>
      <translation>Platz schaffen oder einen anderen Ordner wählen, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <source>Free some space or choose another folder.</source>
      <translation>Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>Free some space, or choose another store folder in the window of models.</source>
      <translation>Platz schaffen oder im Fenster der Modelle einen anderen Ordner für die Modellablage wählen.</translation>
    </message>
    <message>
      <source>Free some space; what was downloaded is kept.</source>
      <translation>Platz schaffen; was heruntergeladen ist, bleibt erhalten.</translation>
    </message>
    <message>
      <source>FusionX style for Wan 2.1</source>
      <translation>FusionX-Stil für Wan 2.1</translation>
    </message>
    <message>
      <source>GIF shows at most %1 frames per second; frames in between were left out.</source>
      <translation>GIF zeigt höchstens %1 Frames je Sekunde; Frames dazwischen wurden ausgelassen.</translation>
    </message>
    <message>
      <source>Get the file again, or choose another.</source>
      <translation>Die Datei noch einmal besorgen oder eine andere wählen.</translation>
    </message>
    <message>
      <source>Get the model as .safetensors.</source>
      <translation>Das Modell als .safetensors besorgen.</translation>
    </message>
    <message>
      <source>Get the same weights as a .safetensors file.</source>
      <translation>Dieselben Gewichte als .safetensors-Datei besorgen.</translation>
    </message>
    <message>
      <source>Give --pelvis-x and --pelvis-y.</source>
      <translation>Beide Zahlen angeben.</translation>
    </message>
    <message>
      <source>Give --resume or --begin-from, not both.</source>
      <translation>Eines von beiden angeben, nicht beides.</translation>
    </message>
    <message>
      <source>Give a file that ends in .srt or .vtt.</source>
      <translation>Eine Datei angeben, die auf .srt oder .vtt endet.</translation>
    </message>
    <message>
      <source>Give a text in English.</source>
      <translation>Einen Text auf Englisch angeben.</translation>
    </message>
    <message>
      <source>Give a text in English; emotion tags go between words.</source>
      <translation>Einen Text auf Englisch angeben; Gefühlsmarken stehen zwischen Wörtern.</translation>
    </message>
    <message>
      <source>Give a text to speak.</source>
      <translation>Einen Text zum Sprechen angeben.</translation>
    </message>
    <message>
      <source>Give a width and a height, or use another first picture.</source>
      <translation>Breite und Höhe angeben oder ein anderes erstes Bild verwenden.</translation>
    </message>
    <message>
      <source>Give at least one frame.</source>
      <translation>Mindestens einen Frame angeben.</translation>
    </message>
    <message>
      <source>Give at least one motion for training, and at most %1 frames.</source>
      <translation>Mindestens eine Bewegung zum Trainieren und höchstens %1 Frames angeben.</translation>
    </message>
    <message>
      <source>Give both width and height, or neither</source>
      <translation>Breite und Höhe beide angeben oder keine</translation>
    </message>
    <message>
      <source>Give each a name of its own.</source>
      <translation>Jedem einen eigenen Namen geben.</translation>
    </message>
    <message>
      <source>Give one number for each pair, or none to use the same for all.</source>
      <translation>Eine Zahl je Paar angeben, oder keine, um überall dieselbe zu verwenden.</translation>
    </message>
    <message>
      <source>Give that one, or begin a new run from this state by --begin-from.</source>
      <translation>Diesen angeben, oder mit diesem Stand einen neuen Lauf beginnen.</translation>
    </message>
    <message>
      <source>Give the times in pairs: from, to, from, to.</source>
      <translation>Die Zeiten paarweise angeben: von, bis, von, bis.</translation>
    </message>
    <message>
      <source>Go on later; the same command continues where it stopped.</source>
      <translation>Später fortsetzen; es geht dort weiter, wo der Download anhielt.</translation>
    </message>
    <message>
      <source>Go on with it by --resume, or choose another folder.</source>
      <translation>Das Training fortsetzen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>Go on with the same seed; another one would repeat clips.</source>
      <translation>Mit demselben Startwert fortsetzen; ein anderer würde Clips wiederholen.</translation>
    </message>
    <message>
      <source>Hold and morph must be 0 to 3600 seconds long</source>
      <translation>Standzeit und Morph müssen 0 bis 3600 Sekunden lang sein</translation>
    </message>
    <message>
      <source>Input data was truncated</source>
      <translation>Die Daten sind abgeschnitten</translation>
    </message>
    <message>
      <source>Input/output error</source>
      <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
      <source>Install Portraits again.</source>
      <translation>Portraits neu installieren.</translation>
    </message>
    <message>
      <source>Install the CUDA build as the README says to use the graphics card.</source>
      <translation>Für die Grafikkarte die CUDA-Fassung installieren, wie die README es sagt.</translation>
    </message>
    <message>
      <source>Install the newest version of Portraits to open it.</source>
      <translation>Zum Öffnen die neueste Version von Portraits installieren.</translation>
    </message>
    <message>
      <source>Install the newest version of Portraits.</source>
      <translation>Die neueste Version von Portraits installieren.</translation>
    </message>
    <message>
      <source>Install the pack again.</source>
      <translation>Das Paket noch einmal installieren.</translation>
    </message>
    <message>
      <source>Install the package %1 again, or name a model file of your own.</source>
      <translation>Das Paket %1 neu installieren oder eine eigene Modelldatei nennen.</translation>
    </message>
    <message>
      <source>Install the package %1, or name a model file of your own.</source>
      <translation>Das Paket %1 installieren oder eine eigene Modelldatei nennen.</translation>
    </message>
    <message>
      <source>Invalid enum value %1</source>
      <translation>Ungültiger Wert %1</translation>
    </message>
    <message>
      <source>Invalid enum value %1 - at `%2`</source>
      <translation>Ungültiger Wert %1 - bei `%2`</translation>
    </message>
    <message>
      <source>Invalid value %1</source>
      <translation>Ungültiger Wert %1</translation>
    </message>
    <message>
      <source>Invalid value %1 - at `%2`</source>
      <translation>Ungültiger Wert %1 - bei `%2`</translation>
    </message>
    <message>
      <source>Is a directory</source>
      <translation>Das ist ein Ordner</translation>
    </message>
    <message>
      <source>It belongs to another model or version; choose the right file.</source>
      <translation>Sie gehört zu einem anderen Modell oder einer anderen Version; die richtige Datei wählen.</translation>
    </message>
    <message>
      <source>It has no letter and no figure.</source>
      <translation>Darin ist kein Buchstabe und keine Ziffer.</translation>
    </message>
    <message>
      <source>It is in use.</source>
      <translation>Es ist in Gebrauch.</translation>
    </message>
    <message>
      <source>It is used from the engine's next start.</source>
      <translation>Es wird ab dem nächsten Start der Engine verwendet.</translation>
    </message>
    <message>
      <source>It was freed again, and pictures finished before are kept.</source>
      <translation>Der Speicher ist wieder frei, und fertige Bilder sind gesichert.</translation>
    </message>
    <message>
      <source>It was freed again.</source>
      <translation>Der Speicher ist wieder frei.</translation>
    </message>
    <message>
      <source>It was not opened.</source>
      <translation>Die Datei wurde nicht geöffnet.</translation>
    </message>
    <message>
      <source>It was not touched.</source>
      <translation>Es wurde nichts daran geändert.</translation>
    </message>
    <message>
      <source>It was stopped after %1 of %2 sentences; these were kept.</source>
      <translation>Nach %1 von %2 Sätzen angehalten; diese sind gesichert.</translation>
    </message>
    <message>
      <source>Its recipe is kept.</source>
      <translation>Sein Rezept bleibt erhalten.</translation>
    </message>
    <message>
      <source>JSON is malformed: %1</source>
      <translation>Das JSON ist fehlerhaft: %1</translation>
    </message>
    <message>
      <source>Join neighbours that show the same file without a break.</source>
      <translation>Nachbarn verbinden, die dieselbe Datei ohne Unterbrechung zeigen.</translation>
    </message>
    <message>
      <source>Layers go to the card just before they work and the next ones are fetched meanwhile</source>
      <translation>Schichten kommen auf die Karte, kurz bevor sie arbeiten, und die nächsten werden währenddessen geholt</translation>
    </message>
    <message>
      <source>Leave --resume out to begin.</source>
      <translation>Zum Beginnen „Fortsetzen“ ausschalten.</translation>
    </message>
    <message>
      <source>Leave one of them out.</source>
      <translation>Eines von beiden weglassen.</translation>
    </message>
    <message>
      <source>Let the processor encode it.</source>
      <translation>Den Prozessor encodieren lassen.</translation>
    </message>
    <message>
      <source>Lets MV-DiT 17B work in 10 steps without guidance.</source>
      <translation>Lässt MV-DiT 17B in 10 Schritten ohne Führung arbeiten.</translation>
    </message>
    <message>
      <source>Loading %1</source>
      <translation>%1 laden</translation>
    </message>
    <message>
      <source>Loading the %1</source>
      <translation>%1 laden</translation>
    </message>
    <message>
      <source>Loading the large voice</source>
      <translation>Große Stimme laden</translation>
    </message>
    <message>
      <source>Loading the motion tokenizer</source>
      <translation>Bewegungs-Tokenizer laden</translation>
    </message>
    <message>
      <source>Look at %1.</source>
      <translation>Siehe %1.</translation>
    </message>
    <message>
      <source>Look at %1; when it wants an account, store your access token in the settings, under Models.</source>
      <translation>Siehe %1; wird ein Konto verlangt, das Zugangstoken in den Einstellungen unter Modelle ablegen.</translation>
    </message>
    <message>
      <source>Look at the log, then start the engine again.</source>
      <translation>Das Protokoll ansehen, dann die Engine neu starten.</translation>
    </message>
    <message>
      <source>Loop it, or slow it down.</source>
      <translation>Die Bewegung wiederholen oder verlangsamen.</translation>
    </message>
    <message>
      <source>Lower the learning rate and go on from the last saved state.</source>
      <translation>Die Lernrate senken und vom letzten gesicherten Stand aus fortsetzen.</translation>
    </message>
    <message>
      <source>MB</source>
      <translation>MB</translation>
    </message>
    <message>
      <source>MIT</source>
      <translation>MIT</translation>
    </message>
    <message>
      <source>MV-DiT 17B</source>
      <translation>MV-DiT 17B</translation>
    </message>
    <message>
      <source>MV-DiT 7B</source>
      <translation>MV-DiT 7B</translation>
    </message>
    <message>
      <source>MV-DiT-7B takes no LoRA.</source>
      <translation>MV-DiT-7B nimmt keine LoRA.</translation>
    </message>
    <message>
      <source>Make a new take first.</source>
      <translation>Zuerst einen neuen Take erstellen.</translation>
    </message>
    <message>
      <source>Make a still longer or shorter instead.</source>
      <translation>Stattdessen ein Standbild länger oder kürzer machen.</translation>
    </message>
    <message>
      <source>Make it again from its recipe, or find it in another folder.</source>
      <translation>Aus dem Rezept neu erstellen oder in einem anderen Ordner suchen.</translation>
    </message>
    <message>
      <source>Make it smaller than %1 million pixels and %2 pixels a side.</source>
      <translation>Kleiner als %1 Millionen Pixel und %2 Pixel je Seite machen.</translation>
    </message>
    <message>
      <source>Make it smaller than %1 pixels a side and %2 million pixels a frame.</source>
      <translation>Kleiner als %1 Pixel je Seite und %2 Millionen Pixel je Frame machen.</translation>
    </message>
    <message>
      <source>Make single pictures instead.</source>
      <translation>Stattdessen einzelne Bilder erstellen.</translation>
    </message>
    <message>
      <source>Make sure that the folder %1 can be written and has room.</source>
      <translation>Dafür sorgen, dass im Ordner %1 geschrieben werden darf und Platz ist.</translation>
    </message>
    <message>
      <source>Make sure that the folder %1 can be written.</source>
      <translation>Dafür sorgen, dass im Ordner %1 geschrieben werden darf.</translation>
    </message>
    <message>
      <source>Make the folder first, or choose another.</source>
      <translation>Den Ordner zuerst anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
      <source>Making motions</source>
      <translation>Bewegungen erzeugen</translation>
    </message>
    <message>
      <source>Making pictures</source>
      <translation>Bilder erstellen</translation>
    </message>
    <message>
      <source>Making the proxy</source>
      <translation>Proxy erstellen</translation>
    </message>
    <message>
      <source>Maya1</source>
      <translation>Maya1</translation>
    </message>
    <message>
      <source>Maya1 tokenizer</source>
      <translation>Tokenizer von Maya1</translation>
    </message>
    <message>
      <source>Mixing sound</source>
      <translation>Ton mischen</translation>
    </message>
    <message>
      <source>More than %1 files were added at once.</source>
      <translation>Mehr als %1 Dateien wurden auf einmal hinzugefügt.</translation>
    </message>
    <message>
      <source>Morphs became dissolves; render them as movies to take them along.</source>
      <translation>Aus Morphs wurden Überblendungen; zum Mitnehmen als Filme rendern.</translation>
    </message>
    <message>
      <source>Move that clip, or choose a later marker.</source>
      <translation>Den Clip verschieben oder einen späteren Marker wählen.</translation>
    </message>
    <message>
      <source>Move the playhead onto the clip.</source>
      <translation>Den Abspielkopf auf den Clip bewegen.</translation>
    </message>
    <message>
      <source>Move them back.</source>
      <translation>Die Punkte zurückbewegen.</translation>
    </message>
    <message>
      <source>NLF</source>
      <translation>NLF</translation>
    </message>
    <message>
      <source>NLF answered for another number of frames.</source>
      <translation>NLF antwortete für eine andere Zahl von Frames.</translation>
    </message>
    <message>
      <source>NLF gave joints of the shape %1.</source>
      <translation>NLF lieferte Gelenke der Form %1.</translation>
    </message>
    <message>
      <source>NLF is a program, and no hash of it is known, so it is not run.</source>
      <translation>NLF ist ein Programm, und kein Hash davon ist bekannt; es wird nicht ausgeführt.</translation>
    </message>
    <message>
      <source>NLF is a program, so it is taken from the model store only.</source>
      <translation>NLF ist ein Programm und wird nur aus der Modellablage genommen.</translation>
    </message>
    <message>
      <source>Name a file in it.</source>
      <translation>Eine Datei darin nennen.</translation>
    </message>
    <message>
      <source>Name an ordinary file.</source>
      <translation>Eine gewöhnliche Datei nennen.</translation>
    </message>
    <message>
      <source>Name motion files, or folders with motion files.</source>
      <translation>Bewegungsdateien oder Ordner mit Bewegungsdateien nennen.</translation>
    </message>
    <message>
      <source>Name picture files, or a folder with pictures.</source>
      <translation>Bilddateien oder einen Ordner mit Bildern nennen.</translation>
    </message>
    <message>
      <source>Name the %1 file in it.</source>
      <translation>Die %1-Datei darin nennen.</translation>
    </message>
    <message>
      <source>Needs mtvcrafter-4dmot and cogvideox-5b-parts as well.</source>
      <translation>Braucht auch mtvcrafter-4dmot und cogvideox-5b-parts.</translation>
    </message>
    <message>
      <source>Needs mtvcrafter-4dmot and wan2.1-parts as well.</source>
      <translation>Braucht auch mtvcrafter-4dmot und wan2.1-parts.</translation>
    </message>
    <message>
      <source>Needs the entry sdxl-settings as well. Published as 6.94 GB.</source>
      <translation>Braucht auch den Eintrag sdxl-settings. Angegeben mit 6,94 GB.</translation>
    </message>
    <message>
      <source>Needs the entry snac-24khz as well. Part of the entry maya1.</source>
      <translation>Braucht auch den Eintrag snac-24khz. Teil des Eintrags maya1.</translation>
    </message>
    <message>
      <source>Needs the entry snac-24khz as well. Published as about 6.6 GB.</source>
      <translation>Braucht auch den Eintrag snac-24khz. Angegeben mit etwa 6,6 GB.</translation>
    </message>
    <message>
      <source>No clip is chosen.</source>
      <translation>Kein Clip ist gewählt.</translation>
    </message>
    <message>
      <source>No face was found in "%1", so it fades instead of morphing.</source>
      <translation>In „%1“ wurde kein Gesicht gefunden; das Bild blendet über, statt zu morphen.</translation>
    </message>
    <message>
      <source>No face was found in "%1".</source>
      <translation>In „%1“ wurde kein Gesicht gefunden.</translation>
    </message>
    <message>
      <source>No face was found in any of the %1 pictures.</source>
      <translation>In keinem der %1 Bilder wurde ein Gesicht gefunden.</translation>
    </message>
    <message>
      <source>No face was found in the picture with seed %1; it stays as it is.</source>
      <translation>Im Bild mit dem Startwert %1 wurde kein Gesicht gefunden; es bleibt, wie es ist.</translation>
    </message>
    <message>
      <source>No font was found with the signs "%1", so boxes stand for them. Install one that has.</source>
      <translation>Keine Schrift mit den Zeichen „%1“ gefunden; Kästchen stehen dafür. Eine Schrift installieren, die sie hat.</translation>
    </message>
    <message>
      <source>No hash is known for %1 of %2 files of %3; they are remembered as they are now.</source>
      <translation>Für %1 von %2 Dateien von %3 ist kein Hash bekannt; gemerkt wird, wie sie jetzt sind.</translation>
    </message>
    <message>
      <source>No line of the script is spoken yet.</source>
      <translation>Noch keine Zeile des Skripts ist gesprochen.</translation>
    </message>
    <message>
      <source>No model is called "%1".</source>
      <translation>Kein Modell heißt „%1“.</translation>
    </message>
    <message>
      <source>No model was touched.</source>
      <translation>Kein Modell wurde verändert.</translation>
    </message>
    <message>
      <source>No pack "%1" is offered for this computer.</source>
      <translation>Für diesen Rechner wird kein Paket „%1“ angeboten.</translation>
    </message>
    <message>
      <source>No partial file was left.</source>
      <translation>Keine unfertige Datei blieb liegen.</translation>
    </message>
    <message>
      <source>No person was found in "%1".</source>
      <translation>In „%1“ wurde keine Person gefunden.</translation>
    </message>
    <message>
      <source>No picture was named.</source>
      <translation>Kein Bild wurde genannt.</translation>
    </message>
    <message>
      <source>No space left on device</source>
      <translation>Auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
      <source>No speech was generated.</source>
      <translation>Es entstand keine Sprache.</translation>
    </message>
    <message>
      <source>No such file or directory</source>
      <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
      <source>No template is called “%1”.</source>
      <translation>Keine Vorlage heißt „%1“.</translation>
    </message>
    <message>
      <source>No voice is heard at this still.</source>
      <translation>Bei diesem Standbild ist keine Stimme zu hören.</translation>
    </message>
    <message>
      <source>Non-commercial research only</source>
      <translation>Nur für nicht kommerzielle Forschung</translation>
    </message>
    <message>
      <source>None of the %1 variations gave a picture with one frontal face.</source>
      <translation>Keine der %1 Varianten ergab ein Bild mit einem Gesicht von vorn.</translation>
    </message>
    <message>
      <source>Not a directory</source>
      <translation>Das ist kein Ordner</translation>
    </message>
    <message>
      <source>Not stated; read its page first</source>
      <translation>Nicht angegeben; zuerst die Seite dazu lesen</translation>
    </message>
    <message>
      <source>Nothing could be said for the sentence %1; it was left out.</source>
      <translation>Zum Satz %1 ließ sich nichts sprechen; er wurde ausgelassen.</translation>
    </message>
    <message>
      <source>Nothing in it was executed.</source>
      <translation>Nichts darin wurde ausgeführt.</translation>
    </message>
    <message>
      <source>Nothing is known yet about what this job needs.</source>
      <translation>Was dieser Auftrag braucht, ist noch nicht bekannt.</translation>
    </message>
    <message>
      <source>Nothing of "%1" lies between %2 and %3 seconds.</source>
      <translation>Von „%1“ liegt nichts zwischen %2 und %3 Sekunden.</translation>
    </message>
    <message>
      <source>Nothing of it was loaded.</source>
      <translation>Nichts davon wurde geladen.</translation>
    </message>
    <message>
      <source>Nothing of it was run.</source>
      <translation>Nichts davon wurde ausgeführt.</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>Nothing was changed. Look at the page where you got Portraits.</source>
      <translation>Nichts wurde geändert. Die Seite ansehen, von der Portraits stammt.</translation>
    </message>
    <message>
      <source>Nothing was downloaded.</source>
      <translation>Nichts wurde heruntergeladen.</translation>
    </message>
    <message>
      <source>Nothing was moved.</source>
      <translation>Nichts wurde verschoben.</translation>
    </message>
    <message>
      <source>Nothing was written.</source>
      <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
      <source>Object contains unknown field `%1`</source>
      <translation>Das Feld `%1` ist nicht bekannt</translation>
    </message>
    <message>
      <source>Object contains unknown field `%1` - at `%2`</source>
      <translation>Das Feld `%1` ist nicht bekannt - bei `%2`</translation>
    </message>
    <message>
      <source>Object missing required field `%1`</source>
      <translation>Das Feld `%1` fehlt</translation>
    </message>
    <message>
      <source>Object missing required field `%1` - at `%2`</source>
      <translation>Das Feld `%1` fehlt - bei `%2`</translation>
    </message>
    <message>
      <source>Offline mode is on, so %1 was not downloaded; nothing was asked of the network.</source>
      <translation>Offline ist an; %1 wurde nicht heruntergeladen und nichts im Netz gefragt.</translation>
    </message>
    <message>
      <source>Offline mode is on, so nothing was asked of the network.</source>
      <translation>Offline ist an; nichts wurde im Netz gefragt.</translation>
    </message>
    <message>
      <source>Offline mode is on; nothing was asked of the network.</source>
      <translation>Offline ist an; im Netz wurde nichts gefragt.</translation>
    </message>
    <message>
      <source>On Debian and Ubuntu install libegl1 and libgles2; elsewhere install the package mediapipe again.</source>
      <translation>Unter Debian und Ubuntu libegl1 und libgles2 installieren; sonst das Paket mediapipe neu installieren.</translation>
    </message>
    <message>
      <source>One layer at a time is on the card, which is slow</source>
      <translation>Nur jeweils eine Schicht ist auf der Karte; das ist langsam</translation>
    </message>
    <message>
      <source>One still cannot be laid to a beat.</source>
      <translation>Ein einzelnes Standbild lässt sich nicht auf einen Takt legen.</translation>
    </message>
    <message>
      <source>Only a still can be fitted to a voice.</source>
      <translation>Nur ein Standbild lässt sich an eine Stimme anpassen.</translation>
    </message>
    <message>
      <source>Only movies and sounds can be slipped.</source>
      <translation>Nur bei Filmen und Tönen lässt sich der Inhalt verschieben.</translation>
    </message>
    <message>
      <source>Only movies and sounds have a speed.</source>
      <translation>Nur Filme und Töne haben ein Tempo.</translation>
    </message>
    <message>
      <source>Open %1, accept them there, and store your access token in the settings, under Models.</source>
      <translation>%1 öffnen, die Bedingungen dort annehmen und das Zugangstoken in den Einstellungen unter Modelle ablegen.</translation>
    </message>
    <message>
      <source>Open an autosaved or older copy of it, or correct that field.</source>
      <translation>Eine automatisch gesicherte oder ältere Kopie öffnen, oder dieses Feld berichtigen.</translation>
    </message>
    <message>
      <source>Open an autosaved or older copy of it, or correct that place in the file.</source>
      <translation>Eine automatisch gesicherte oder ältere Kopie öffnen, oder diese Stelle in der Datei berichtigen.</translation>
    </message>
    <message>
      <source>Open an autosaved or older copy of it.</source>
      <translation>Eine automatisch gesicherte oder ältere Kopie öffnen.</translation>
    </message>
    <message>
      <source>Open the picture again.</source>
      <translation>Das Bild noch einmal öffnen.</translation>
    </message>
    <message>
      <source>Open the project itself.</source>
      <translation>Das Projekt selbst öffnen.</translation>
    </message>
    <message>
      <source>Open them again.</source>
      <translation>Beide noch einmal öffnen.</translation>
    </message>
    <message>
      <source>Optional. Its size was not checked.</source>
      <translation>Nicht notwendig. Die Größe wurde nicht geprüft.</translation>
    </message>
    <message>
      <source>PNG sequence</source>
      <translation>PNG-Folge</translation>
    </message>
    <message>
      <source>Paused: %1</source>
      <translation>Angehalten: %1</translation>
    </message>
    <message>
      <source>Permission denied</source>
      <translation>Keine Berechtigung</translation>
    </message>
    <message>
      <source>Pickles of weights; they are loaded weights-only. Published as about 0.5, 11.4 and 4.8 GB.</source>
      <translation>Pickles mit Gewichten; nur die Gewichte werden geladen. Angegeben mit etwa 0,5, 11,4 und 4,8 GB.</translation>
    </message>
    <message>
      <source>Pictures and sounds cannot lie on one track.</source>
      <translation>Bilder und Töne können nicht auf einer Spur liegen.</translation>
    </message>
    <message>
      <source>Pictures from words in 1 to 4 steps, 512 × 512.</source>
      <translation>Bilder aus Worten in 1 bis 4 Schritten, 512 × 512.</translation>
    </message>
    <message>
      <source>Place a voice or music on its timeline, or render a movie.</source>
      <translation>Eine Stimme oder Musik in die Zeitleiste legen oder einen Film rendern.</translation>
    </message>
    <message>
      <source>Place clips on its timeline.</source>
      <translation>Clips in die Zeitleiste legen.</translation>
    </message>
    <message>
      <source>Place pictures, movies and sounds.</source>
      <translation>Bilder, Filme und Töne platzieren.</translation>
    </message>
    <message>
      <source>Place them one after the other.</source>
      <translation>Sie nacheinander platzieren.</translation>
    </message>
    <message>
      <source>Point at empty room between two clips.</source>
      <translation>Auf den leeren Platz zwischen zwei Clips zeigen.</translation>
    </message>
    <message>
      <source>Points belong to the curve kind "points", not to "%1"</source>
      <translation>Punkte gehören zur Kurvenart „points“, nicht zu „%1“</translation>
    </message>
    <message>
      <source>Portraits %1</source>
      <translation>Portraits %1</translation>
    </message>
    <message>
      <source>Portraits ended unexpectedly while this job ran.</source>
      <translation>Portraits endete unerwartet, während dieser Auftrag lief.</translation>
    </message>
    <message>
      <source>Pose landmarker</source>
      <translation>Posen-Erkennung</translation>
    </message>
    <message>
      <source>Previews while a picture is made.</source>
      <translation>Vorschauen, während ein Bild entsteht.</translation>
    </message>
    <message>
      <source>Previews while a shot is made.</source>
      <translation>Vorschauen, während eine Szene entsteht.</translation>
    </message>
    <message>
      <source>Published as 0.4 to 0.9 GB.</source>
      <translation>Angegeben mit 0,4 bis 0,9 GB.</translation>
    </message>
    <message>
      <source>Put one together from motions: portraits-engine motion build-dataset.</source>
      <translation>Einen aus Bewegungen zusammenstellen.</translation>
    </message>
    <message>
      <source>PyTorch cannot be loaded (%1); install it again.</source>
      <translation>PyTorch kann nicht geladen werden (%1); neu installieren.</translation>
    </message>
    <message>
      <source>Quality %1 is outside the scale of %2.</source>
      <translation>Qualität %1 liegt außerhalb der Skala von %2.</translation>
    </message>
    <message>
      <source>Read it, then pass --accept-licence.</source>
      <translation>Die Lizenz lesen und dann annehmen.</translation>
    </message>
    <message>
      <source>Read the motion again.</source>
      <translation>Die Bewegung noch einmal lesen.</translation>
    </message>
    <message>
      <source>Read-only file system</source>
      <translation>Der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
      <source>Reading motions</source>
      <translation>Bewegungen lesen</translation>
    </message>
    <message>
      <source>Reading the pictures</source>
      <translation>Bilder lesen</translation>
    </message>
    <message>
      <source>Reading the words</source>
      <translation>Worte lesen</translation>
    </message>
    <message>
      <source>Record or speak it again.</source>
      <translation>Noch einmal aufnehmen oder sprechen.</translation>
    </message>
    <message>
      <source>Remove it and download it again.</source>
      <translation>Entfernen und noch einmal herunterladen.</translation>
    </message>
    <message>
      <source>Rename one of them, or give them in two jobs with different folders.</source>
      <translation>Eines davon umbenennen, oder beide in zwei Aufträgen mit verschiedenen Ordnern angeben.</translation>
    </message>
    <message>
      <source>Rename the file, or write the text again.</source>
      <translation>Die Datei umbenennen oder den Text neu schreiben.</translation>
    </message>
    <message>
      <source>Render it in parts, with a range for each.</source>
      <translation>In Teilen rendern, je Teil ein Bereich.</translation>
    </message>
    <message>
      <source>Rendering frames</source>
      <translation>Frames rendern</translation>
    </message>
    <message>
      <source>Replace the link by the file itself.</source>
      <translation>Den Verweis durch die Datei selbst ersetzen.</translation>
    </message>
    <message>
      <source>Reset them, or place them anew.</source>
      <translation>Die Punkte zurücksetzen oder neu setzen.</translation>
    </message>
    <message>
      <source>Roll the cut between two clips that touch.</source>
      <translation>Den Schnitt zwischen zwei Clips rollen, die sich berühren.</translation>
    </message>
    <message>
      <source>Run it %1.</source>
      <translation>So starten: %1.</translation>
    </message>
    <message>
      <source>Run it again %1.</source>
      <translation>Noch einmal so starten: %1.</translation>
    </message>
    <message>
      <source>Run it again when you want its result.</source>
      <translation>Für das Ergebnis den Auftrag wiederholen.</translation>
    </message>
    <message>
      <source>Run it again with %1 x %2 instead of %3 x %4 pixels.</source>
      <translation>Noch einmal starten mit %1 x %2 statt %3 x %4 Pixeln.</translation>
    </message>
    <message>
      <source>Run it again with a smaller size or fewer frames.</source>
      <translation>Mit einer kleineren Größe oder weniger Frames noch einmal starten.</translation>
    </message>
    <message>
      <source>Run it again; if that does not help, copy the report and send it to us.</source>
      <translation>Noch einmal starten; wenn das nicht hilft, den Bericht kopieren und uns senden.</translation>
    </message>
    <message>
      <source>Run the command again with --debug and report what it prints.</source>
      <translation>Den Befehl mit --debug wiederholen und melden, was er ausgibt.</translation>
    </message>
    <message>
      <source>SDXL Turbo</source>
      <translation>SDXL Turbo</translation>
    </message>
    <message>
      <source>SDXL Turbo, one file</source>
      <translation>SDXL Turbo, eine Datei</translation>
    </message>
    <message>
      <source>SDXL checkpoints of your own</source>
      <translation>Eigene SDXL-Modelle</translation>
    </message>
    <message>
      <source>SDXL decoder for half precision</source>
      <translation>SDXL-Decoder in 16 Bit</translation>
    </message>
    <message>
      <source>SNAC 24 kHz</source>
      <translation>SNAC 24 kHz</translation>
    </message>
    <message>
      <source>Save it again from Portraits, or leave it out to detect the landmarks again.</source>
      <translation>Noch einmal aus Portraits sichern, oder weglassen und die Landmarken neu erkennen.</translation>
    </message>
    <message>
      <source>Save it again in the program it came from, or leave it out.</source>
      <translation>Noch einmal aus dem ursprünglichen Programm sichern oder weglassen.</translation>
    </message>
    <message>
      <source>Save it again, or leave it out.</source>
      <translation>Noch einmal sichern oder weglassen.</translation>
    </message>
    <message>
      <source>Save it as CSV with commas.</source>
      <translation>Als CSV mit Kommas sichern.</translation>
    </message>
    <message>
      <source>Save it as PNG or JPEG, or leave it out.</source>
      <translation>Als PNG oder JPEG sichern oder weglassen.</translation>
    </message>
    <message>
      <source>Save it as UTF-8 text.</source>
      <translation>Als UTF-8-Text sichern.</translation>
    </message>
    <message>
      <source>Save it as UTF-8.</source>
      <translation>Als UTF-8 sichern.</translation>
    </message>
    <message>
      <source>Save it under another name.</source>
      <translation>Unter einem anderen Namen sichern.</translation>
    </message>
    <message>
      <source>Say what the picture shall show.</source>
      <translation>Sagen, was das Bild zeigen soll.</translation>
    </message>
    <message>
      <source>Say what the shot shall show.</source>
      <translation>Sagen, was die Szene zeigen soll.</translation>
    </message>
    <message>
      <source>Set markers with M while the film plays.</source>
      <translation>Während der Film läuft, mit M Marker setzen.</translation>
    </message>
    <message>
      <source>Set the variable HF_TOKEN instead.</source>
      <translation>Stattdessen die Variable HF_TOKEN setzen.</translation>
    </message>
    <message>
      <source>Set them on its timeline, or render the whole film.</source>
      <translation>Beide in der Zeitleiste setzen oder den ganzen Film rendern.</translation>
    </message>
    <message>
      <source>Settings of SDXL</source>
      <translation>Einstellungen von SDXL</translation>
    </message>
    <message>
      <source>Shorten how its words are said.</source>
      <translation>Kürzen, wie die Wörter gesprochen werden.</translation>
    </message>
    <message>
      <source>Shorten it.</source>
      <translation>Die Datei kürzen.</translation>
    </message>
    <message>
      <source>Shorten the cross-fades first.</source>
      <translation>Zuerst die Überblendungen kürzen.</translation>
    </message>
    <message>
      <source>Shots from words, 544 × 960.</source>
      <translation>Szenen aus Worten, 544 × 960.</translation>
    </message>
    <message>
      <source>Shots from words, 720 × 1280.</source>
      <translation>Szenen aus Worten, 720 × 1280.</translation>
    </message>
    <message>
      <source>Shots of any length from words, 544 × 960.</source>
      <translation>Szenen jeder Länge aus Worten, 544 × 960.</translation>
    </message>
    <message>
      <source>Shots of any length from words, 720 × 1280.</source>
      <translation>Szenen jeder Länge aus Worten, 720 × 1280.</translation>
    </message>
    <message>
      <source>Shots of any length from words; the one for small computers.</source>
      <translation>Szenen jeder Länge aus Worten; das für kleine Rechner.</translation>
    </message>
    <message>
      <source>Shots that start from a picture, 544 × 960.</source>
      <translation>Szenen ab einem Bild, 544 × 960.</translation>
    </message>
    <message>
      <source>Shots that start from a picture, 720 × 1280.</source>
      <translation>Szenen ab einem Bild, 720 × 1280.</translation>
    </message>
    <message>
      <source>Shots that start from a picture; the one for small computers.</source>
      <translation>Szenen ab einem Bild; das für kleine Rechner.</translation>
    </message>
    <message>
      <source>Shots that start from one picture and end with another.</source>
      <translation>Szenen von einem Bild zu einem anderen.</translation>
    </message>
    <message>
      <source>Show its waveform instead.</source>
      <translation>Stattdessen die Wellenform zeigen.</translation>
    </message>
    <message>
      <source>SkyReels-V2 1.3B between two pictures, 540p</source>
      <translation>SkyReels-V2 1.3B, 2 Bilder, 540p</translation>
    </message>
    <message>
      <source>SkyReels-V2 1.3B from a picture, 540p</source>
      <translation>SkyReels-V2 1.3B aus Bild, 540p</translation>
    </message>
    <message>
      <source>SkyReels-V2 1.3B, long shots, 540p</source>
      <translation>SkyReels-V2 1.3B, lang, 540p</translation>
    </message>
    <message>
      <source>SkyReels-V2 14B from a picture, 540p</source>
      <translation>SkyReels-V2 14B aus Bild, 540p</translation>
    </message>
    <message>
      <source>SkyReels-V2 14B from a picture, 720p</source>
      <translation>SkyReels-V2 14B aus Bild, 720p</translation>
    </message>
    <message>
      <source>SkyReels-V2 14B, 540p</source>
      <translation>SkyReels-V2 14B, 540p</translation>
    </message>
    <message>
      <source>SkyReels-V2 14B, 720p</source>
      <translation>SkyReels-V2 14B, 720p</translation>
    </message>
    <message>
      <source>SkyReels-V2 14B, long shots, 540p</source>
      <translation>SkyReels-V2 14B, lang, 540p</translation>
    </message>
    <message>
      <source>SkyReels-V2 14B, long shots, 720p</source>
      <translation>SkyReels-V2 14B, lang, 720p</translation>
    </message>
    <message>
      <source>Skywork community licence</source>
      <translation>Skywork-Gemeinschaftslizenz</translation>
    </message>
    <message>
      <source>Something went wrong inside Portraits: %1: %2</source>
      <translation>In Portraits ging etwas schief: %1: %2</translation>
    </message>
    <message>
      <source>Speak it first.</source>
      <translation>Sie zuerst sprechen lassen.</translation>
    </message>
    <message>
      <source>Speaking</source>
      <translation>Sprechen</translation>
    </message>
    <message>
      <source>Split the film into several projects.</source>
      <translation>Den Film in mehrere Projekte teilen.</translation>
    </message>
    <message>
      <source>Stability AI non-commercial community licence</source>
      <translation>Nicht kommerzielle Gemeinschaftslizenz von Stability AI</translation>
    </message>
    <message>
      <source>Start Portraits without that variable.</source>
      <translation>Portraits ohne diese Variable starten.</translation>
    </message>
    <message>
      <source>Stopped after window %1 of %2: %3 of %4 frames are kept.</source>
      <translation>Nach Abschnitt %1 von %2 angehalten: %3 von %4 Frames sind gesichert.</translation>
    </message>
    <message>
      <source>Switch Offline off in the settings first.</source>
      <translation>Zuerst in den Einstellungen Offline ausschalten.</translation>
    </message>
    <message>
      <source>Switch it off for shots from pictures.</source>
      <translation>Für Szenen aus Bildern ausschalten.</translation>
    </message>
    <message>
      <source>Take %1 or more.</source>
      <translation>%1 oder mehr nehmen.</translation>
    </message>
    <message>
      <source>Take %1 steps or more, or a change of at least %2.</source>
      <translation>%1 Schritte oder mehr nehmen, oder eine Änderung von mindestens %2.</translation>
    </message>
    <message>
      <source>Take at most %1: fewer seeds or prompts.</source>
      <translation>Höchstens %1 nehmen: weniger Startwerte oder Prompts.</translation>
    </message>
    <message>
      <source>Take fewer at a time.</source>
      <translation>Weniger auf einmal nehmen.</translation>
    </message>
    <message>
      <source>Take fewer clips in a batch, or a smaller network.</source>
      <translation>Weniger Clips auf einmal nehmen oder ein kleineres Netz.</translation>
    </message>
    <message>
      <source>Take fewer or smaller pictures.</source>
      <translation>Weniger oder kleinere Bilder nehmen.</translation>
    </message>
    <message>
      <source>Take it out of its own file.</source>
      <translation>Sie aus ihrer eigenen Datei herausnehmen.</translation>
    </message>
    <message>
      <source>Take the folder off the list in the window of models; its files stay.</source>
      <translation>Den Ordner im Fenster der Modelle von der Liste nehmen; seine Dateien bleiben.</translation>
    </message>
    <message>
      <source>That of the file</source>
      <translation>Die der Datei</translation>
    </message>
    <message>
      <source>The %1 "%2" cannot be read: %3.</source>
      <translation>%1 „%2“ kann nicht gelesen werden: %3.</translation>
    </message>
    <message>
      <source>The %1 "%2" does not exist.</source>
      <translation>%1 „%2“ gibt es nicht.</translation>
    </message>
    <message>
      <source>The %1 "%2" was not found.</source>
      <translation>%1 „%2“ wurde nicht gefunden.</translation>
    </message>
    <message>
      <source>The %1 %2 has another shape (%3 x %4) than the shot (%5 x %6): %7.</source>
      <translation>%1 %2 hat eine andere Form (%3 x %4) als die Szene (%5 x %6): %7.</translation>
    </message>
    <message>
      <source>The VAE in "%1"</source>
      <translation>Der VAE in „%1“</translation>
    </message>
    <message>
      <source>The announcement of new versions cannot be trusted: %1.</source>
      <translation>Der Ankündigung neuer Versionen ist nicht zu trauen: %1.</translation>
    </message>
    <message>
      <source>The announcement of new versions is too large to be one.</source>
      <translation>Die Ankündigung neuer Versionen ist zu groß, um eine zu sein.</translation>
    </message>
    <message>
      <source>The attention %1 %2; the native one was used.</source>
      <translation>Die Attention %1 %2; die eigene von PyTorch wurde verwendet.</translation>
    </message>
    <message>
      <source>The boxes of a motion are not as many as its frames.</source>
      <translation>Die Rahmen einer Bewegung sind nicht so viele wie ihre Frames.</translation>
    </message>
    <message>
      <source>The change counts until the window is closed.</source>
      <translation>Die Änderung gilt, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
      <source>The clear parts of the reference picture were made white.</source>
      <translation>Die durchsichtigen Teile des Referenzbildes wurden weiß.</translation>
    </message>
    <message>
      <source>The clip "%1" has a file of another kind and was left out.</source>
      <translation>Der Clip „%1“ hat eine Datei anderer Art und wurde ausgelassen.</translation>
    </message>
    <message>
      <source>The clip "%1" has no length and was left out.</source>
      <translation>Der Clip „%1“ hat keine Länge und wurde ausgelassen.</translation>
    </message>
    <message>
      <source>The clip "%1" lies over others and was left out.</source>
      <translation>Der Clip „%1“ liegt über anderen und wurde ausgelassen.</translation>
    </message>
    <message>
      <source>The clip "%1" names no file and was left out.</source>
      <translation>Der Clip „%1“ nennt keine Datei und wurde ausgelassen.</translation>
    </message>
    <message>
      <source>The clip "%1" was left out: %2.</source>
      <translation>Der Clip „%1“ wurde ausgelassen: %2.</translation>
    </message>
    <message>
      <source>The clip is no longer on the timeline.</source>
      <translation>Der Clip ist nicht mehr in der Zeitleiste.</translation>
    </message>
    <message>
      <source>The copied clips show files that are not in this project.</source>
      <translation>Die kopierten Clips zeigen Dateien, die nicht in diesem Projekt sind.</translation>
    </message>
    <message>
      <source>The crop of "%1" does not lie in the picture, or it is smaller than %2 pixels.</source>
      <translation>Der Ausschnitt von „%1“ liegt nicht im Bild oder ist kleiner als %2 Pixel.</translation>
    </message>
    <message>
      <source>The cross-fades beside it leave no room for this.</source>
      <translation>Die Überblendungen daneben lassen dafür keinen Platz.</translation>
    </message>
    <message>
      <source>The demo recipe "%1" cannot be used: %2.</source>
      <translation>Das Rezept der Vorführung „%1“ kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
      <source>The device setting</source>
      <translation>Die Geräteeinstellung</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
      <source>The disk is full; "%1" was not written.</source>
      <translation>Der Datenträger ist voll; „%1“ wurde nicht geschrieben.</translation>
    </message>
    <message>
      <source>The download of %1 stopped: %2.</source>
      <translation>Der Download von %1 hielt an: %2.</translation>
    </message>
    <message>
      <source>The effect "%1" of the clip "%2" is not known here.</source>
      <translation>Der Effekt „%1“ des Clips „%2“ ist hier nicht bekannt.</translation>
    </message>
    <message>
      <source>The emotion %1 left out: emotion tags are for the large voice, the built-in voice cannot act them.</source>
      <translation>Ausgelassen: %1. Gefühlsmarken sind für die große Stimme, die eingebaute kann sie nicht spielen.</translation>
    </message>
    <message>
      <source>The encoder %1 cannot write %2 here.</source>
      <translation>Der Encoder %1 kann %2 hier nicht schreiben.</translation>
    </message>
    <message>
      <source>The encoder cannot write %1.</source>
      <translation>Der Encoder kann %1 nicht schreiben.</translation>
    </message>
    <message>
      <source>The encoder of the graphics card does not work here; the processor encoded the movie instead.</source>
      <translation>Der Encoder der Grafikkarte funktioniert hier nicht; stattdessen hat der Prozessor den Film encodiert.</translation>
    </message>
    <message>
      <source>The engine belongs to another version of Portraits; install Portraits again.</source>
      <translation>Die Engine gehört zu einer anderen Version von Portraits; Portraits neu installieren.</translation>
    </message>
    <message>
      <source>The engine could not be started.</source>
      <translation>Die Engine konnte nicht gestartet werden.</translation>
    </message>
    <message>
      <source>The engine crashed%1.</source>
      <translation>Die Engine ist abgestürzt%1.</translation>
    </message>
    <message>
      <source>The engine gave no sign of life for too long and was ended.</source>
      <translation>Die Engine gab zu lange kein Lebenszeichen und wurde beendet.</translation>
    </message>
    <message>
      <source>The engine sent something unreadable and was ended.</source>
      <translation>Die Engine hat etwas Unlesbares gesendet und wurde beendet.</translation>
    </message>
    <message>
      <source>The engine stopped before it could answer.</source>
      <translation>Die Engine endete, bevor sie antworten konnte.</translation>
    </message>
    <message>
      <source>The engine stopped.</source>
      <translation>Die Engine wurde beendet.</translation>
    </message>
    <message>
      <source>The engine was ended from outside, most likely because the computer's memory ran out%1.</source>
      <translation>Die Engine wurde von außen beendet, wahrscheinlich weil der Arbeitsspeicher ausging%1.</translation>
    </message>
    <message>
      <source>The engine was stopped.</source>
      <translation>Die Engine wurde angehalten.</translation>
    </message>
    <message>
      <source>The entry "%1" of your catalog "%2" was left out: %3.</source>
      <translation>Der Eintrag „%1“ Ihres Katalogs „%2“ wurde ausgelassen: %3.</translation>
    </message>
    <message>
      <source>The face detector could not be loaded: %1.</source>
      <translation>Die Gesichtserkennung konnte nicht geladen werden: %1.</translation>
    </message>
    <message>
      <source>The face detector's model "%1" does not exist.</source>
      <translation>Das Modell der Gesichtserkennung „%1“ gibt es nicht.</translation>
    </message>
    <message>
      <source>The face detector's model "%1" is damaged or another version than the one tested.</source>
      <translation>Das Modell der Gesichtserkennung „%1“ ist beschädigt oder eine andere Version als die getestete.</translation>
    </message>
    <message>
      <source>The face detector's model "%1" is not installed.</source>
      <translation>Das Modell der Gesichtserkennung „%1“ ist nicht installiert.</translation>
    </message>
    <message>
      <source>The file "%1" was not found; its clips were left out.</source>
      <translation>Die Datei „%1“ wurde nicht gefunden; ihre Clips wurden ausgelassen.</translation>
    </message>
    <message>
      <source>The files may be stored in float32, then the download is twice as large. A folder of SkyReels-V2-DF-1.3B-540P, the layout without -Diffusers, works too: it is converted while it loads.</source>
      <translation>Die Dateien können in float32 vorliegen, dann ist der Download doppelt so groß. Ein Ordner von SkyReels-V2-DF-1.3B-540P, der Aufbau ohne -Diffusers, geht auch: er wird beim Laden umgewandelt.</translation>
    </message>
    <message>
      <source>The files may be stored in float32, then the download is twice as large. A folder of SkyReels-V2-DF-14B-540P, the layout without -Diffusers, works too: it is converted while it loads.</source>
      <translation>Die Dateien können in float32 vorliegen, dann ist der Download doppelt so groß. Ein Ordner von SkyReels-V2-DF-14B-540P, der Aufbau ohne -Diffusers, geht auch: er wird beim Laden umgewandelt.</translation>
    </message>
    <message>
      <source>The files may be stored in float32, then the download is twice as large. A folder of SkyReels-V2-DF-14B-720P, the layout without -Diffusers, works too: it is converted while it loads.</source>
      <translation>Die Dateien können in float32 vorliegen, dann ist der Download doppelt so groß. Ein Ordner von SkyReels-V2-DF-14B-720P, der Aufbau ohne -Diffusers, geht auch: er wird beim Laden umgewandelt.</translation>
    </message>
    <message>
      <source>The files may be stored in float32, then the download is twice as large. A folder of SkyReels-V2-FLF2V-1.3B-540P, the layout without -Diffusers, works too: it is converted while it loads.</source>
      <translation>Die Dateien können in float32 vorliegen, dann ist der Download doppelt so groß. Ein Ordner von SkyReels-V2-FLF2V-1.3B-540P, der Aufbau ohne -Diffusers, geht auch: er wird beim Laden umgewandelt.</translation>
    </message>
    <message>
      <source>The files may be stored in float32, then the download is twice as large. A folder of SkyReels-V2-I2V-1.3B-540P, the layout without -Diffusers, works too: it is converted while it loads.</source>
      <translation>Die Dateien können in float32 vorliegen, dann ist der Download doppelt so groß. Ein Ordner von SkyReels-V2-I2V-1.3B-540P, der Aufbau ohne -Diffusers, geht auch: er wird beim Laden umgewandelt.</translation>
    </message>
    <message>
      <source>The files may be stored in float32, then the download is twice as large. A folder of SkyReels-V2-I2V-14B-540P, the layout without -Diffusers, works too: it is converted while it loads.</source>
      <translation>Die Dateien können in float32 vorliegen, dann ist der Download doppelt so groß. Ein Ordner von SkyReels-V2-I2V-14B-540P, der Aufbau ohne -Diffusers, geht auch: er wird beim Laden umgewandelt.</translation>
    </message>
    <message>
      <source>The files may be stored in float32, then the download is twice as large. A folder of SkyReels-V2-I2V-14B-720P, the layout without -Diffusers, works too: it is converted while it loads.</source>
      <translation>Die Dateien können in float32 vorliegen, dann ist der Download doppelt so groß. Ein Ordner von SkyReels-V2-I2V-14B-720P, der Aufbau ohne -Diffusers, geht auch: er wird beim Laden umgewandelt.</translation>
    </message>
    <message>
      <source>The files may be stored in float32, then the download is twice as large. A folder of SkyReels-V2-T2V-14B-540P, the layout without -Diffusers, works too: it is converted while it loads.</source>
      <translation>Die Dateien können in float32 vorliegen, dann ist der Download doppelt so groß. Ein Ordner von SkyReels-V2-T2V-14B-540P, der Aufbau ohne -Diffusers, geht auch: er wird beim Laden umgewandelt.</translation>
    </message>
    <message>
      <source>The files may be stored in float32, then the download is twice as large. A folder of SkyReels-V2-T2V-14B-720P, the layout without -Diffusers, works too: it is converted while it loads.</source>
      <translation>Die Dateien können in float32 vorliegen, dann ist der Download doppelt so groß. Ein Ordner von SkyReels-V2-T2V-14B-720P, der Aufbau ohne -Diffusers, geht auch: er wird beim Laden umgewandelt.</translation>
    </message>
    <message>
      <source>The film "%1" cannot be used: %2.</source>
      <translation>Der Film „%1“ kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
      <source>The film has changed since this was asked for.</source>
      <translation>Der Film hat sich geändert, seit danach gefragt wurde.</translation>
    </message>
    <message>
      <source>The film of "%1" has no sound in this range.</source>
      <translation>Der Film von „%1“ hat in diesem Bereich keinen Ton.</translation>
    </message>
    <message>
      <source>The film of "%1" is empty.</source>
      <translation>Der Film von „%1“ ist leer.</translation>
    </message>
    <message>
      <source>The film of "%1" is longer than %2 hours.</source>
      <translation>Der Film von „%1“ ist länger als %2 Stunden.</translation>
    </message>
    <message>
      <source>The finished frames are kept until the engine ends.</source>
      <translation>Die fertigen Frames bleiben, bis die Engine endet.</translation>
    </message>
    <message>
      <source>The finished frames are kept.</source>
      <translation>Die fertigen Frames sind gesichert.</translation>
    </message>
    <message>
      <source>The first picture is very large, so the movie has %1 x %2 pixels. Give a width and a height for another size.</source>
      <translation>Das erste Bild ist sehr groß, der Film hat deshalb %1 x %2 Pixel. Für eine andere Größe Breite und Höhe angeben.</translation>
    </message>
    <message>
      <source>The folder "%1" already exists.</source>
      <translation>Den Ordner „%1“ gibt es schon.</translation>
    </message>
    <message>
      <source>The folder %1 is not in "%2".</source>
      <translation>Der Ordner %1 ist nicht in „%2“.</translation>
    </message>
    <message>
      <source>The frame must be at least 16 pixels wide and high</source>
      <translation>Das Bild muss mindestens 16 Pixel breit und hoch sein</translation>
    </message>
    <message>
      <source>The frame rate %1 is not between 1 and 1000.</source>
      <translation>Die Bildrate %1 liegt nicht zwischen 1 und 1000.</translation>
    </message>
    <message>
      <source>The frame rate must be 1 to 240 frames per second</source>
      <translation>Die Bildrate muss 1 bis 240 Frames je Sekunde sein</translation>
    </message>
    <message>
      <source>The frame rate must be above 0 and at most 240 frames per second</source>
      <translation>Die Bildrate muss über 0 und höchstens 240 Frames je Sekunde sein</translation>
    </message>
    <message>
      <source>The frames of this shot were kept from an earlier run; they only had to be written.</source>
      <translation>Die Frames dieser Szene waren von einem früheren Lauf da; sie mussten nur noch geschrieben werden.</translation>
    </message>
    <message>
      <source>The grid would have %1 pictures.</source>
      <translation>Das Raster hätte %1 Bilder.</translation>
    </message>
    <message>
      <source>The half-precision files; the decoder is widened to float32 when it is loaded.</source>
      <translation>Die Dateien in halber Genauigkeit; der Decoder wird beim Laden auf float32 erweitert.</translation>
    </message>
    <message>
      <source>The heads in "%1" and "%2" look in clearly different directions: %3 landmarks had to be left out of the mesh.</source>
      <translation>Die Köpfe in „%1“ und „%2“ schauen in deutlich verschiedene Richtungen: %3 Landmarken mussten im Netz ausgelassen werden.</translation>
    </message>
    <message>
      <source>The hub does not show %1: it is gone, renamed, or needs an account.</source>
      <translation>Der Hub zeigt %1 nicht: entfernt, umbenannt oder nur mit Konto zu sehen.</translation>
    </message>
    <message>
      <source>The hub refuses %1 to your account.</source>
      <translation>Der Hub verweigert Ihrem Konto %1.</translation>
    </message>
    <message>
      <source>The hub's answer about %1 makes no sense.</source>
      <translation>Die Antwort des Hubs zu %1 ergibt keinen Sinn.</translation>
    </message>
    <message>
      <source>The joints are approximate: MediaPipe finds 33 landmarks, from which the 24 were worked out.</source>
      <translation>Die Gelenke sind ungefähr: MediaPipe findet 33 Landmarken, aus denen die 24 berechnet wurden.</translation>
    </message>
    <message>
      <source>The joints of %1 are in centimetres and were turned into millimetres.</source>
      <translation>Die Gelenke von %1 sind in Zentimetern und wurden in Millimeter umgerechnet.</translation>
    </message>
    <message>
      <source>The joints of %1 are in metres and were turned into millimetres.</source>
      <translation>Die Gelenke von %1 sind in Metern und wurden in Millimeter umgerechnet.</translation>
    </message>
    <message>
      <source>The landmark file "%1" cannot be used: %2.</source>
      <translation>Die Landmarkendatei „%1“ kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
      <source>The landmarks cannot be written to "%1": %2.</source>
      <translation>Die Landmarken können nicht nach „%1“ geschrieben werden: %2.</translation>
    </message>
    <message>
      <source>The landmarks in "%1" belong to a picture of %2 x %3 pixels, but this one has %4 x %5.</source>
      <translation>Die Landmarken in „%1“ gehören zu einem Bild von %2 x %3 Pixeln, dieses hat aber %4 x %5.</translation>
    </message>
    <message>
      <source>The landmarks of "%1" and "%2" come from different detectors (%3 and %4).</source>
      <translation>Die Landmarken von „%1“ und „%2“ kommen von verschiedenen Erkennungen (%3 und %4).</translation>
    </message>
    <message>
      <source>The large voice Maya1 is not there: "%1" was not found in "%2".</source>
      <translation>Die große Stimme Maya1 ist nicht da: „%1“ wurde in „%2“ nicht gefunden.</translation>
    </message>
    <message>
      <source>The large voice has no tokenizer: "%1" was not found in "%2".</source>
      <translation>Die große Stimme hat keinen Tokenizer: „%1“ wurde in „%2“ nicht gefunden.</translation>
    </message>
    <message>
      <source>The large voice in "%1" cannot be used: %2.</source>
      <translation>Die große Stimme in „%1“ kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
      <source>The large voice: speech from a description, with emotion tags.</source>
      <translation>Die große Stimme: Sprache nach Beschreibung, mit Gefühlsmarken.</translation>
    </message>
    <message>
      <source>The large weights are stored in 8 bits and computed in 16</source>
      <translation>Die großen Gewichte liegen in 8 Bit vor und werden in 16 gerechnet</translation>
    </message>
    <message>
      <source>The last sentence did not succeed; it is spoken again.</source>
      <translation>Der letzte Satz gelang nicht; er wird noch einmal gesprochen.</translation>
    </message>
    <message>
      <source>The library ftfy is not installed, which prompts need.</source>
      <translation>Die Bibliothek ftfy, die Prompts brauchen, ist nicht installiert.</translation>
    </message>
    <message>
      <source>The line is no longer in the script.</source>
      <translation>Die Zeile ist nicht mehr im Skript.</translation>
    </message>
    <message>
      <source>The list of packs "%1" cannot be read: %2.</source>
      <translation>Die Liste der Pakete „%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
      <source>The loudness is %1 instead of %2 LUFS</source>
      <translation>Die Lautheit ist %1 statt %2 LUFS</translation>
    </message>
    <message>
      <source>The marker is no longer on the timeline.</source>
      <translation>Der Marker ist nicht mehr in der Zeitleiste.</translation>
    </message>
    <message>
      <source>The mean error of the joints is %1 mm; the commitment loss is %2.</source>
      <translation>Der mittlere Fehler der Gelenke ist %1 mm; der Commitment-Verlust ist %2.</translation>
    </message>
    <message>
      <source>The memory</source>
      <translation>Der Speicher</translation>
    </message>
    <message>
      <source>The memory has no room for fine previews; rough ones are shown.</source>
      <translation>Für feine Vorschauen reicht der Speicher nicht; gezeigt werden grobe.</translation>
    </message>
    <message>
      <source>The memory of %1</source>
      <translation>Der Speicher von %1</translation>
    </message>
    <message>
      <source>The memory ran out while %1.</source>
      <translation>Der Speicher reichte nicht (%1).</translation>
    </message>
    <message>
      <source>The memory ran out with %1 pictures at once; %2 are made at once now.</source>
      <translation>Der Speicher reichte nicht für %1 Bilder auf einmal; jetzt entstehen %2 auf einmal.</translation>
    </message>
    <message>
      <source>The memory ran out.</source>
      <translation>Der Speicher reichte nicht.</translation>
    </message>
    <message>
      <source>The memory ran out; it goes on with another memory plan. %1</source>
      <translation>Der Speicher reichte nicht; es geht mit einem anderen Speicherplan weiter. %1</translation>
    </message>
    <message>
      <source>The memory ran out; the picture is decoded in tiles now.</source>
      <translation>Der Speicher reichte nicht; das Bild wird jetzt in Kacheln decodiert.</translation>
    </message>
    <message>
      <source>The model "%1" of your catalog has the id of a built-in one and was left out.</source>
      <translation>Das Modell „%1“ Ihres Katalogs hat die ID eines eingebauten und wurde ausgelassen.</translation>
    </message>
    <message>
      <source>The model could not be compiled here, so the steps are slower: %1.</source>
      <translation>Das Modell ließ sich hier nicht kompilieren, die Schritte sind deshalb langsamer: %1.</translation>
    </message>
    <message>
      <source>The model file "%1" is damaged.</source>
      <translation>Die Modelldatei „%1“ ist beschädigt.</translation>
    </message>
    <message>
      <source>The model file "%1" is not there.</source>
      <translation>Die Modelldatei „%1“ ist nicht da.</translation>
    </message>
    <message>
      <source>The model folder "%1" was not found.</source>
      <translation>Der Modellordner „%1“ wurde nicht gefunden.</translation>
    </message>
    <message>
      <source>The model settings "%1" cannot be read: %2.</source>
      <translation>Die Einstellungen der Modelle „%1“ können nicht gelesen werden: %2.</translation>
    </message>
    <message>
      <source>The model was not compiled: that needs %1 and a memory plan that keeps all layers on the device.</source>
      <translation>Das Modell wurde nicht kompiliert: dafür braucht es %1 und einen Speicherplan, der alle Schichten auf dem Gerät hält.</translation>
    </message>
    <message>
      <source>The model “%1” is not here; %2 is used instead.</source>
      <translation>Das Modell „%1“ ist nicht hier; stattdessen wird %2 verwendet.</translation>
    </message>
    <message>
      <source>The models are whole where they were.</source>
      <translation>Die Modelle sind ganz, wo sie waren.</translation>
    </message>
    <message>
      <source>The models lie in %1 already.</source>
      <translation>Die Modelle liegen schon in %1.</translation>
    </message>
    <message>
      <source>The models take %1, and %2 are free in %3.</source>
      <translation>Die Modelle brauchen %1; frei sind %2 in %3.</translation>
    </message>
    <message>
      <source>The motion</source>
      <translation>Die Bewegung</translation>
    </message>
    <message>
      <source>The motion %1 is unlike those the tokenizer knows (commitment loss %2, above %3); check its units, distance and cleanness.</source>
      <translation>Die Bewegung %1 ist anders als die, die der Tokenizer kennt (Commitment-Verlust %2, über %3); Einheiten, Entfernung und Sauberkeit prüfen.</translation>
    </message>
    <message>
      <source>The motion file "%1" cannot be used: %2.</source>
      <translation>Die Bewegungsdatei „%1“ kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
      <source>The motion has only %1 of the %2 frames that were asked for.</source>
      <translation>Die Bewegung hat nur %1 der %2 verlangten Frames.</translation>
    </message>
    <message>
      <source>The motion is longer than 49 frames: %1 clips are made, each goes on from the one before.</source>
      <translation>Die Bewegung ist länger als 49 Frames: %1 Clips entstehen, jeder setzt den vorigen fort.</translation>
    </message>
    <message>
      <source>The motion is unlike those the models know (commitment loss %1, above %2); if the result does not follow it, check its units, distance and cleanness.</source>
      <translation>Die Bewegung ist anders als die, die die Modelle kennen (Commitment-Verlust %1, über %2); folgt das Ergebnis ihr nicht, Einheiten, Entfernung und Sauberkeit prüfen.</translation>
    </message>
    <message>
      <source>The motion of %1</source>
      <translation>Die Bewegung von %1</translation>
    </message>
    <message>
      <source>The motion of %1 has %2 frames; up to %3 can be edited here.</source>
      <translation>Die Bewegung von %1 hat %2 Frames; bearbeiten lassen sich hier bis zu %3.</translation>
    </message>
    <message>
      <source>The motion tokenizer "%1"</source>
      <translation>Der Bewegungs-Tokenizer „%1“</translation>
    </message>
    <message>
      <source>The motion would get more than %1 frames.</source>
      <translation>Die Bewegung bekäme mehr als %1 Frames.</translation>
    </message>
    <message>
      <source>The motion would never count: it begins at %1 and ends at %2.</source>
      <translation>Die Bewegung würde nie wirken: sie beginnt bei %1 und endet bei %2.</translation>
    </message>
    <message>
      <source>The movie would have %1 frames, more than %2.</source>
      <translation>Der Film hätte %1 Frames, mehr als %2.</translation>
    </message>
    <message>
      <source>The negative prompt is not used: without guidance only the prompt is read.</source>
      <translation>Der negative Prompt wird nicht verwendet: ohne Führung wird nur der Prompt gelesen.</translation>
    </message>
    <message>
      <source>The numbers of %1 overflowed, so the picture would be black.</source>
      <translation>Die Zahlen liefen über (%1); das Bild würde schwarz.</translation>
    </message>
    <message>
      <source>The numbers of the model overflowed, so the shot would be black.</source>
      <translation>Die Zahlen des Modells liefen über; die Szene würde schwarz.</translation>
    </message>
    <message>
      <source>The offload plan "%1" cannot be used on this device.</source>
      <translation>Der Speicherplan „%1“ ist auf diesem Gerät nicht möglich.</translation>
    </message>
    <message>
      <source>The other files are kept.</source>
      <translation>Die anderen Dateien bleiben erhalten.</translation>
    </message>
    <message>
      <source>The pack "%1" is not installed.</source>
      <translation>Das Paket „%1“ ist nicht installiert.</translation>
    </message>
    <message>
      <source>The package %1 is not installed.</source>
      <translation>Das Paket %1 ist nicht installiert.</translation>
    </message>
    <message>
      <source>The page of the releases did not answer (%1).</source>
      <translation>Die Seite der Veröffentlichungen antwortete nicht (%1).</translation>
    </message>
    <message>
      <source>The panel of the driving video stays black: no video was given.</source>
      <translation>Das Feld des Bewegungsvideos bleibt schwarz: kein Video wurde angegeben.</translation>
    </message>
    <message>
      <source>The panels show the driving video "%1", which lies beside the motion.</source>
      <translation>Die Felder zeigen das Bewegungsvideo „%1“, das neben der Bewegung liegt.</translation>
    </message>
    <message>
      <source>The part of Maya1 that is needed when a server speaks.</source>
      <translation>Der Teil von Maya1, der gebraucht wird, wenn ein Server spricht.</translation>
    </message>
    <message>
      <source>The person in "%1" could not be told from the background, so only the face moves apart from it.</source>
      <translation>Die Person in „%1“ ließ sich nicht vom Hintergrund trennen; nur das Gesicht bewegt sich für sich.</translation>
    </message>
    <message>
      <source>The person was missing in %1 frames, which were filled from their neighbours.</source>
      <translation>In %1 Frames fehlte die Person; sie wurden aus ihren Nachbarn gefüllt.</translation>
    </message>
    <message>
      <source>The person was not found in %1 of %2 frames; clean the motion to fill them.</source>
      <translation>In %1 von %2 Frames wurde die Person nicht gefunden; zum Füllen die Bewegung bereinigen.</translation>
    </message>
    <message>
      <source>The picture encoder in "%1"</source>
      <translation>Der Bild-Encoder in „%1“</translation>
    </message>
    <message>
      <source>The pictures of the grid would not fit on one sheet.</source>
      <translation>Die Bilder des Rasters würden nicht auf einen Bogen passen.</translation>
    </message>
    <message>
      <source>The pictures were set aside.</source>
      <translation>Die Bilder wurden beiseitegelegt.</translation>
    </message>
    <message>
      <source>The place of the pelvis needs both numbers.</source>
      <translation>Der Ort des Beckens braucht beide Zahlen.</translation>
    </message>
    <message>
      <source>The points are not pairs of numbers.</source>
      <translation>Die Punkte sind keine Zahlenpaare.</translation>
    </message>
    <message>
      <source>The points lie on one line.</source>
      <translation>Die Punkte liegen auf einer Linie.</translation>
    </message>
    <message>
      <source>The points of "%1" cannot be used: %2.</source>
      <translation>Die Punkte von „%1“ können nicht verwendet werden: %2.</translation>
    </message>
    <message>
      <source>The pose landmarker could not be loaded: %1.</source>
      <translation>Die Posen-Erkennung konnte nicht geladen werden: %1.</translation>
    </message>
    <message>
      <source>The pose landmarker's model "%1" is not there.</source>
      <translation>Das Modell der Posen-Erkennung „%1“ ist nicht da.</translation>
    </message>
    <message>
      <source>The position of %1 is not a finite number</source>
      <translation>Die Lage (%1) ist keine endliche Zahl</translation>
    </message>
    <message>
      <source>The position of %1, (%2, %3), is far outside of the picture</source>
      <translation>Die Lage (%1), (%2, %3), ist weit außerhalb des Bildes</translation>
    </message>
    <message>
      <source>The project "%1" cannot be used: %2.</source>
      <translation>Das Projekt „%1“ kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
      <source>The project %1 is damaged: %2.</source>
      <translation>Das Projekt %1 ist beschädigt: %2.</translation>
    </message>
    <message>
      <source>The project has changed since this job was made; it is rendered as it is now.</source>
      <translation>Das Projekt hat sich geändert, seit dieser Auftrag entstand; gerendert wird es, wie es jetzt ist.</translation>
    </message>
    <message>
      <source>The project is unchanged.</source>
      <translation>Das Projekt ist unverändert.</translation>
    </message>
    <message>
      <source>The project was closed or saved under another name before the files were in it.</source>
      <translation>Das Projekt wurde geschlossen oder unter anderem Namen gesichert, bevor die Dateien darin waren.</translation>
    </message>
    <message>
      <source>The prompt has %1 tokens and the model reads %2; the end was left out.</source>
      <translation>Der Prompt hat %1 Token, das Modell liest %2; das Ende fiel weg.</translation>
    </message>
    <message>
      <source>The prompt has %1 tokens and the model reads %2; this was left out: “%3”.</source>
      <translation>Der Prompt hat %1 Token, das Modell liest %2; das fiel weg: „%3“.</translation>
    </message>
    <message>
      <source>The prompt is empty.</source>
      <translation>Der Prompt ist leer.</translation>
    </message>
    <message>
      <source>The publisher may have changed it; update Portraits, or add a folder that has the files.</source>
      <translation>Vielleicht hat der Herausgeber sie geändert; Portraits aktualisieren oder einen Ordner hinzufügen, der die Dateien hat.</translation>
    </message>
    <message>
      <source>The range has no frames: the film of "%1" ends at %2 s.</source>
      <translation>Der Bereich hat keine Frames: der Film von „%1“ endet bei %2 s.</translation>
    </message>
    <message>
      <source>The range is too long to measure its loudness ahead of rendering.</source>
      <translation>Der Bereich ist zu lang, um die Lautheit vor dem Rendern zu messen.</translation>
    </message>
    <message>
      <source>The range must start at 0 or later and end after its start</source>
      <translation>Der Bereich muss bei 0 oder später beginnen und nach seinem Anfang enden</translation>
    </message>
    <message>
      <source>The recipe in "%1" cannot be read: %2.</source>
      <translation>Das Rezept in „%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
      <source>The recipe in "%1" is too long to be one.</source>
      <translation>Das Rezept in „%1“ ist zu lang, um eines zu sein.</translation>
    </message>
    <message>
      <source>The recipes of the clips are too long to be put into the file; they stay in the project.</source>
      <translation>Die Rezepte der Clips sind zu lang für die Datei; sie bleiben im Projekt.</translation>
    </message>
    <message>
      <source>The reference picture is so narrow that most of it is cut away.</source>
      <translation>Das Referenzbild ist so schmal, dass das meiste weggeschnitten wird.</translation>
    </message>
    <message>
      <source>The repository %1 has no file %2, which %3 needs.</source>
      <translation>Im Repository %1 fehlt die Datei %2, die %3 braucht.</translation>
    </message>
    <message>
      <source>The row would begin inside the clip before it.</source>
      <translation>Die Reihe würde im Clip davor beginnen.</translation>
    </message>
    <message>
      <source>The same weights as one checkpoint file, for programs that share it.</source>
      <translation>Die gleichen Gewichte als eine Datei, für Programme, die sie mitbenutzen.</translation>
    </message>
    <message>
      <source>The samples "%1" cannot be used: %2.</source>
      <translation>Die Beispiele „%1“ können nicht verwendet werden: %2.</translation>
    </message>
    <message>
      <source>The saved state "%1" was made at step %2, so %3 steps are done already.</source>
      <translation>Der gesicherte Stand „%1“ entstand bei Schritt %2; %3 Schritte sind also schon getan.</translation>
    </message>
    <message>
      <source>The saved state %1</source>
      <translation>Der gesicherte Stand %1</translation>
    </message>
    <message>
      <source>The saved state was trained with the seed %1, not %2.</source>
      <translation>Der gesicherte Stand wurde mit dem Startwert %1 trainiert, nicht %2.</translation>
    </message>
    <message>
      <source>The saved states are whole.</source>
      <translation>Die gesicherten Stände sind ganz.</translation>
    </message>
    <message>
      <source>The scheduler lcm takes at most %1 steps.</source>
      <translation>Der Scheduler lcm macht höchstens %1 Schritte.</translation>
    </message>
    <message>
      <source>The script lies on a track that is locked.</source>
      <translation>Das Skript liegt auf einer gesperrten Spur.</translation>
    </message>
    <message>
      <source>The sentence %1 %2, also with other seeds (%3 tries); %4. Try another seed, a lower temperature or a shorter sentence.</source>
      <translation>Der Satz %1 %2, auch mit anderen Startwerten (%3 Versuche); %4. Einen anderen Startwert, eine niedrigere Temperatur oder einen kürzeren Satz versuchen.</translation>
    </message>
    <message>
      <source>The server sends more than the announced %1 bytes of %2 of %3.</source>
      <translation>Der Server sendet mehr als die angekündigten %1 Bytes von %2 von %3.</translation>
    </message>
    <message>
      <source>The setting %1 belongs into the system's key store.</source>
      <translation>Die Einstellung %1 gehört in den Schlüsselspeicher des Systems.</translation>
    </message>
    <message>
      <source>The setting %1 is %2; the run was begun with %3.</source>
      <translation>Die Einstellung %1 ist %2; der Lauf wurde mit %3 begonnen.</translation>
    </message>
    <message>
      <source>The setting %1 must be %2.</source>
      <translation>Die Einstellung %1 muss so sein: %2.</translation>
    </message>
    <message>
      <source>The setting %1 must be a colour such as #1f2630.</source>
      <translation>Die Einstellung %1 muss eine Farbe wie #1f2630 sein.</translation>
    </message>
    <message>
      <source>The setting %1 must be one of %2.</source>
      <translation>Die Einstellung %1 muss eines davon sein: %2.</translation>
    </message>
    <message>
      <source>The setting %1 must lie between %2 and %3.</source>
      <translation>Die Einstellung %1 muss zwischen %2 und %3 liegen.</translation>
    </message>
    <message>
      <source>The settings file could not be read (%1).</source>
      <translation>Die Datei der Einstellungen konnte nicht gelesen werden (%1).</translation>
    </message>
    <message>
      <source>The settings file could not be read (%1); it was put aside.</source>
      <translation>Die Datei der Einstellungen konnte nicht gelesen werden (%1); sie wurde beiseitegelegt.</translation>
    </message>
    <message>
      <source>The settings file was written by a newer version of Portraits; a copy was kept.</source>
      <translation>Die Datei der Einstellungen stammt von einer neueren Version von Portraits; eine Kopie bleibt erhalten.</translation>
    </message>
    <message>
      <source>The size %1 x %2 is odd; it was padded to %3 x %4 by repeating the edge.</source>
      <translation>Die Größe %1 x %2 ist ungerade; sie wurde durch Wiederholen des Randes auf %3 x %4 ergänzt.</translation>
    </message>
    <message>
      <source>The small English voice that is always there.</source>
      <translation>Die kleine englische Stimme, die immer da ist.</translation>
    </message>
    <message>
      <source>The sound is not played: the library PortAudio is not installed. It is written all the same.</source>
      <translation>Der Ton wird nicht abgespielt: die Bibliothek PortAudio ist nicht installiert. Geschrieben wird er trotzdem.</translation>
    </message>
    <message>
      <source>The sound is not played: there is no working sound output (%1). It is written all the same.</source>
      <translation>Der Ton wird nicht abgespielt: es gibt keine funktionierende Tonausgabe (%1). Geschrieben wird er trotzdem.</translation>
    </message>
    <message>
      <source>The sound is too short or too quiet to bring it to a loudness; it was left as it is.</source>
      <translation>Der Ton ist zu kurz oder zu leise, um ihn auf eine Lautheit zu bringen; er blieb, wie er ist.</translation>
    </message>
    <message>
      <source>The sound is too short or too quiet to measure its loudness; it was left as it is.</source>
      <translation>Der Ton ist zu kurz oder zu leise, um seine Lautheit zu messen; er blieb, wie er ist.</translation>
    </message>
    <message>
      <source>The sound was cut by %1 s to the length of the picture.</source>
      <translation>Der Ton wurde um %1 s auf die Länge des Bildes gekürzt.</translation>
    </message>
    <message>
      <source>The sound was filled with %1 s of silence.</source>
      <translation>Der Ton wurde mit %1 s Stille aufgefüllt.</translation>
    </message>
    <message>
      <source>The sound was levelled to %1 instead of %2 LUFS: louder would distort it.</source>
      <translation>Der Ton wurde auf %1 statt %2 LUFS gebracht: lauter würde er verzerren.</translation>
    </message>
    <message>
      <source>The speed %1 is not between 0.1 and 10.</source>
      <translation>Das Tempo %1 liegt nicht zwischen 0,1 und 10.</translation>
    </message>
    <message>
      <source>The speed is for the built-in voice; the large one takes its pace from the description.</source>
      <translation>Das Tempo ist für die eingebaute Stimme; die große nimmt es aus der Beschreibung.</translation>
    </message>
    <message>
      <source>The speed of "%1" became its own; change it again there.</source>
      <translation>Das Tempo von „%1“ wurde das eigene; dort noch einmal ändern.</translation>
    </message>
    <message>
      <source>The speed of the clip "%1" is not possible and became 1.</source>
      <translation>Das Tempo des Clips „%1“ ist nicht möglich und wurde 1.</translation>
    </message>
    <message>
      <source>The start picture “%1” is not here and was left out.</source>
      <translation>Das Startbild „%1“ ist nicht hier und wurde ausgelassen.</translation>
    </message>
    <message>
      <source>The state "%1"</source>
      <translation>Der Stand „%1“</translation>
    </message>
    <message>
      <source>The state of step %1 was exported%2.</source>
      <translation>Der Stand von Schritt %1 wurde exportiert%2.</translation>
    </message>
    <message>
      <source>The state of step %1 was exported, whose error is the smallest.</source>
      <translation>Der Stand von Schritt %1 wurde exportiert; sein Fehler ist der kleinste.</translation>
    </message>
    <message>
      <source>The style "%1" does not fit this model: %2.</source>
      <translation>Der Stil „%1“ passt nicht zu diesem Modell: %2.</translation>
    </message>
    <message>
      <source>The style "%1" has no effect on this model.</source>
      <translation>Der Stil „%1“ hat bei diesem Modell keine Wirkung.</translation>
    </message>
    <message>
      <source>The style "%1" is damaged: it holds values that are not numbers.</source>
      <translation>Der Stil „%1“ ist beschädigt: darin stehen Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
      <source>The style “%1” is not here and was left out.</source>
      <translation>Der Stil „%1“ ist nicht hier und wurde ausgelassen.</translation>
    </message>
    <message>
      <source>The system's key store cannot be used (%1).</source>
      <translation>Der Schlüsselspeicher des Systems kann nicht verwendet werden (%1).</translation>
    </message>
    <message>
      <source>The text encoder in "%1"</source>
      <translation>Der Text-Encoder in „%1“</translation>
    </message>
    <message>
      <source>The text has %1 characters; at most %2 are spoken in one job.</source>
      <translation>Der Text hat %1 Zeichen; in einem Auftrag werden höchstens %2 gesprochen.</translation>
    </message>
    <message>
      <source>The text has nothing that the built-in voice could say.</source>
      <translation>Der Text hat nichts, was die eingebaute Stimme sprechen könnte.</translation>
    </message>
    <message>
      <source>The text has nothing that the built-in voice could say. %1</source>
      <translation>Der Text hat nichts, was die eingebaute Stimme sprechen könnte. %1</translation>
    </message>
    <message>
      <source>The text has nothing that the large voice could say. %1</source>
      <translation>Der Text hat nichts, was die große Stimme sprechen könnte. %1</translation>
    </message>
    <message>
      <source>The text is empty.</source>
      <translation>Der Text ist leer.</translation>
    </message>
    <message>
      <source>The times of a curve's points must rise from 0 to 1</source>
      <translation>Die Zeiten der Kurvenpunkte müssen von 0 bis 1 steigen</translation>
    </message>
    <message>
      <source>The tokenizer "%1" cannot be used: %2.</source>
      <translation>Der Tokenizer „%1“ kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
      <source>The tokenizer in "%1" is damaged.</source>
      <translation>Der Tokenizer in „%1“ ist beschädigt.</translation>
    </message>
    <message>
      <source>The track "%1" is locked.</source>
      <translation>Die Spur „%1“ ist gesperrt.</translation>
    </message>
    <message>
      <source>The track is no longer on the timeline.</source>
      <translation>Die Spur ist nicht mehr in der Zeitleiste.</translation>
    </message>
    <message>
      <source>The training broke down at step %1: the loss is no number.</source>
      <translation>Das Training brach bei Schritt %1 ab: der Verlust ist keine Zahl.</translation>
    </message>
    <message>
      <source>The training ended at step %1: its error had not fallen for %2 checks.</source>
      <translation>Das Training endete bei Schritt %1: der Fehler war seit %2 Prüfungen nicht gesunken.</translation>
    </message>
    <message>
      <source>The training goes on after step %1.</source>
      <translation>Das Training geht nach Schritt %1 weiter.</translation>
    </message>
    <message>
      <source>The training set has no validation part, so no errors are measured.</source>
      <translation>Der Trainingsdatensatz hat keinen Teil zum Prüfen; Fehler werden nicht gemessen.</translation>
    </message>
    <message>
      <source>The transformer in "%1"</source>
      <translation>Der Transformer in „%1“</translation>
    </message>
    <message>
      <source>The transition "%1" is not known here and became a cut.</source>
      <translation>Der Übergang „%1“ ist hier nicht bekannt und wurde ein Schnitt.</translation>
    </message>
    <message>
      <source>The two pictures have not equally many points.</source>
      <translation>Die zwei Bilder haben nicht gleich viele Punkte.</translation>
    </message>
    <message>
      <source>The values of a curve's points must lie between -1 and 2</source>
      <translation>Die Werte der Kurvenpunkte müssen zwischen -1 und 2 liegen</translation>
    </message>
    <message>
      <source>The voice decoder SNAC is not there: "%1" was not found in "%2".</source>
      <translation>Der Stimm-Decoder SNAC ist nicht da: „%1“ wurde in „%2“ nicht gefunden.</translation>
    </message>
    <message>
      <source>The voice decoder in "%1" cannot be used: %2.</source>
      <translation>Der Stimm-Decoder in „%1“ kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
      <source>The voice description inside the text was left out; give it as the description.</source>
      <translation>Die Beschreibung der Stimme im Text wurde ausgelassen; sie gehört in das Feld der Beschreibung.</translation>
    </message>
    <message>
      <source>The voice description was left out: descriptions are for the large voice.</source>
      <translation>Die Beschreibung der Stimme wurde ausgelassen: Beschreibungen sind für die große Stimme.</translation>
    </message>
    <message>
      <source>The voice is not described.</source>
      <translation>Die Stimme ist nicht beschrieben.</translation>
    </message>
    <message>
      <source>The voice server at %1 %2.</source>
      <translation>Der Stimmserver bei %1 %2.</translation>
    </message>
    <message>
      <source>The whole sound was turned down by %1 dB</source>
      <translation>Der ganze Ton wurde um %1 dB leiser</translation>
    </message>
    <message>
      <source>The wildcard __%1__ leads to itself</source>
      <translation>Der Platzhalter __%1__ führt zu sich selbst</translation>
    </message>
    <message>
      <source>The wildcard file "%1" is empty.</source>
      <translation>Die Platzhalterdatei „%1“ ist leer.</translation>
    </message>
    <message>
      <source>The wildcard file "%1" was not found in %2.</source>
      <translation>Die Platzhalterdatei „%1“ wurde in %2 nicht gefunden.</translation>
    </message>
    <message>
      <source>The wildcards of the prompt lead to themselves</source>
      <translation>Die Platzhalter des Prompts führen zu sich selbst</translation>
    </message>
    <message>
      <source>The window of models shows all.</source>
      <translation>Das Fenster der Modelle zeigt alle.</translation>
    </message>
    <message>
      <source>The window was closed while this job ran.</source>
      <translation>Das Fenster wurde geschlossen, während dieser Auftrag lief.</translation>
    </message>
    <message>
      <source>There are %1 pairs of pictures, but frames between are given for %2.</source>
      <translation>Es gibt %1 Bildpaare, Frames dazwischen sind aber für %2 angegeben.</translation>
    </message>
    <message>
      <source>There are no markers behind the first still.</source>
      <translation>Hinter dem ersten Standbild gibt es keine Marker.</translation>
    </message>
    <message>
      <source>There are no pictures to lay out.</source>
      <translation>Es gibt keine Bilder zum Auslegen.</translation>
    </message>
    <message>
      <source>There are no subtitles, because no voice in this film has its sentences with it.</source>
      <translation>Es gibt keine Untertitel, weil keine Stimme in diesem Film ihre Sätze bei sich hat.</translation>
    </message>
    <message>
      <source>There are no two stills side by side to morph.</source>
      <translation>Es gibt keine zwei Standbilder nebeneinander zum Morphen.</translation>
    </message>
    <message>
      <source>There are: %1.</source>
      <translation>Es gibt: %1.</translation>
    </message>
    <message>
      <source>There is a last picture, but no start picture.</source>
      <translation>Es gibt ein letztes Bild, aber kein Startbild.</translation>
    </message>
    <message>
      <source>There is no autosaved state of "%1".</source>
      <translation>Von „%1“ gibt es keinen automatisch gesicherten Stand.</translation>
    </message>
    <message>
      <source>There is no clip to copy.</source>
      <translation>Es gibt keinen Clip zum Kopieren.</translation>
    </message>
    <message>
      <source>There is no gap at this place.</source>
      <translation>An dieser Stelle ist keine Lücke.</translation>
    </message>
    <message>
      <source>There is no keyframe at this time.</source>
      <translation>Zu dieser Zeit gibt es kein Schlüsselbild.</translation>
    </message>
    <message>
      <source>There is no motion to train with.</source>
      <translation>Es gibt keine Bewegung zum Trainieren.</translation>
    </message>
    <message>
      <source>There is no scheduler like “%1” here; the model's own is used.</source>
      <translation>Einen Scheduler wie „%1“ gibt es hier nicht; der eigene des Modells wird verwendet.</translation>
    </message>
    <message>
      <source>There is no such voice on the timeline.</source>
      <translation>Diese Stimme ist nicht in der Zeitleiste.</translation>
    </message>
    <message>
      <source>There is no track of that kind there.</source>
      <translation>Dort gibt es keine Spur dieser Art.</translation>
    </message>
    <message>
      <source>There is no track there.</source>
      <translation>Dort gibt es keine Spur.</translation>
    </message>
    <message>
      <source>There is no voice to lay out.</source>
      <translation>Es gibt keine Stimme zum Auslegen.</translation>
    </message>
    <message>
      <source>There is nothing to place.</source>
      <translation>Es gibt nichts zu platzieren.</translation>
    </message>
    <message>
      <source>There is nothing to remove.</source>
      <translation>Es gibt nichts zu entfernen.</translation>
    </message>
    <message>
      <source>These clips are no row of stills.</source>
      <translation>Diese Clips sind keine Reihe von Standbildern.</translation>
    </message>
    <message>
      <source>These clips do not belong together.</source>
      <translation>Diese Clips gehören nicht zusammen.</translation>
    </message>
    <message>
      <source>These clips do not meet.</source>
      <translation>Diese Clips berühren sich nicht.</translation>
    </message>
    <message>
      <source>They are kept in the project.</source>
      <translation>Sie sind im Projekt gesichert.</translation>
    </message>
    <message>
      <source>This MV-DiT-7B was trained for %1 motion tokens, not %2.</source>
      <translation>Dieses MV-DiT-7B wurde für %1 Bewegungstoken trainiert, nicht für %2.</translation>
    </message>
    <message>
      <source>This clip has no keyframes.</source>
      <translation>Dieser Clip hat keine Schlüsselbilder.</translation>
    </message>
    <message>
      <source>This clip has no takes.</source>
      <translation>Dieser Clip hat keine Takes.</translation>
    </message>
    <message>
      <source>This copy does not know where new versions are announced, because it was not installed by an installer.</source>
      <translation>Diese Kopie weiß nicht, wo neue Versionen angekündigt werden, weil sie nicht mit einem Installationsprogramm installiert wurde.</translation>
    </message>
    <message>
      <source>This film cannot be written as %1: %2.</source>
      <translation>Dieser Film kann nicht als %1 geschrieben werden: %2.</translation>
    </message>
    <message>
      <source>This installation of FFmpeg cannot write %1.</source>
      <translation>Dieses FFmpeg kann %1 nicht schreiben.</translation>
    </message>
    <message>
      <source>This is a draft of %1 x %2 pixels in %3 steps.</source>
      <translation>Das ist ein Entwurf von %1 x %2 Pixeln in %3 Schritten.</translation>
    </message>
    <message>
      <source>This kind of model (%1) is made for %2 to %3 steps; %4 are done as you chose.</source>
      <translation>Diese Art von Modell (%1) ist für %2 bis %3 Schritte gemacht; wie gewählt werden es %4.</translation>
    </message>
    <message>
      <source>This processor computes bfloat16 in software: it saves memory and costs time.</source>
      <translation>Dieser Prozessor rechnet bfloat16 in Software: das spart Speicher und kostet Zeit.</translation>
    </message>
    <message>
      <source>This system has no key store that could keep the token (%1).</source>
      <translation>Dieses System hat keinen Schlüsselspeicher für das Token (%1).</translation>
    </message>
    <message>
      <source>This value is not possible: %1.</source>
      <translation>Dieser Wert ist nicht möglich: %1.</translation>
    </message>
    <message>
      <source>This version of Portraits has a newer one.</source>
      <translation>Diese Version von Portraits hat ein neueres.</translation>
    </message>
    <message>
      <source>Tiny SDXL decoder</source>
      <translation>Kleiner SDXL-Decoder</translation>
    </message>
    <message>
      <source>Tiny Wan 2.1 decoder</source>
      <translation>Kleiner Wan-2.1-Decoder</translation>
    </message>
    <message>
      <source>Titles were left out.</source>
      <translation>Titel wurden ausgelassen.</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Transparent parts of the frames were laid on black, because this movie keeps no transparency.</source>
      <translation>Durchsichtige Teile der Frames wurden auf Schwarz gelegt, weil dieser Film keine Transparenz behält.</translation>
    </message>
    <message>
      <source>Try again later, or choose another mirror.</source>
      <translation>Später noch einmal versuchen oder einen anderen Spiegel wählen.</translation>
    </message>
    <message>
      <source>Try again later.</source>
      <translation>Später noch einmal versuchen.</translation>
    </message>
    <message>
      <source>Try again later; look at its page.</source>
      <translation>Später noch einmal versuchen; siehe die Seite des Modells.</translation>
    </message>
    <message>
      <source>Try again.</source>
      <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
      <source>Try another seed, a lower temperature or another description.</source>
      <translation>Einen anderen Startwert, eine niedrigere Temperatur oder eine andere Beschreibung versuchen.</translation>
    </message>
    <message>
      <source>Turns a motion into motion tokens; the part that can be trained.</source>
      <translation>Macht aus einer Bewegung Bewegungstoken; der trainierbare Teil.</translation>
    </message>
    <message>
      <source>Turns the large voice's codes into sound.</source>
      <translation>Macht aus den Codes der großen Stimme Ton.</translation>
    </message>
    <message>
      <source>Two key points have the same id</source>
      <translation>Zwei Schlüsselpunkte haben dieselbe ID</translation>
    </message>
    <message>
      <source>Two styles have the same name.</source>
      <translation>Zwei Stile haben denselben Namen.</translation>
    </message>
    <message>
      <source>Undo the last change and save again.</source>
      <translation>Die letzte Änderung zurücknehmen und noch einmal sichern.</translation>
    </message>
    <message>
      <source>Unlock it first.</source>
      <translation>Sie zuerst entsperren.</translation>
    </message>
    <message>
      <source>Unpacking %1</source>
      <translation>%1 entpacken</translation>
    </message>
    <message>
      <source>Unpacking needs %1, and %2 are free in "%3".</source>
      <translation>Zum Entpacken fehlt Platz: %1 werden gebraucht, frei sind %2 in „%3“.</translation>
    </message>
    <message>
      <source>Unseen motions: %1 mm mean error, %2 mm without the codebook, %3 mm for always the mean pose.</source>
      <translation>Ungesehene Bewegungen: %1 mm mittlerer Fehler, %2 mm ohne das Codebuch, %3 mm bei stets mittlerer Pose.</translation>
    </message>
    <message>
      <source>Update Portraits.</source>
      <translation>Portraits aktualisieren.</translation>
    </message>
    <message>
      <source>Update it in the way it was installed.</source>
      <translation>Auf dem Weg aktualisieren, auf dem sie installiert wurde.</translation>
    </message>
    <message>
      <source>Use %1 bits.</source>
      <translation>%1 Bit verwenden.</translation>
    </message>
    <message>
      <source>Use %1 to %2 (%3).</source>
      <translation>%1 bis %2 verwenden (%3).</translation>
    </message>
    <message>
      <source>Use %1, burn them in, or write them beside the movie.</source>
      <translation>%1 verwenden, sie einbrennen oder neben den Film schreiben.</translation>
    </message>
    <message>
      <source>Use %1, or choose another codec.</source>
      <translation>%1 verwenden oder einen anderen Codec wählen.</translation>
    </message>
    <message>
      <source>Use 1 to %1 a side.</source>
      <translation>1 bis %1 je Seite verwenden.</translation>
    </message>
    <message>
      <source>Use 1 to 240.</source>
      <translation>1 bis 240 verwenden.</translation>
    </message>
    <message>
      <source>Use a longer motion, or loop it.</source>
      <translation>Eine längere Bewegung verwenden oder sie wiederholen.</translation>
    </message>
    <message>
      <source>Use a motion of the %1 SMPL joints.</source>
      <translation>Eine Bewegung der %1 SMPL-Gelenke verwenden.</translation>
    </message>
    <message>
      <source>Use another copy of it.</source>
      <translation>Eine andere Kopie davon verwenden.</translation>
    </message>
    <message>
      <source>Use at most 100 and 190 characters.</source>
      <translation>Höchstens 100 und 190 Zeichen verwenden.</translation>
    </message>
    <message>
      <source>Use fewer frames between the pictures, or fewer pictures.</source>
      <translation>Weniger Frames zwischen den Bildern oder weniger Bilder verwenden.</translation>
    </message>
    <message>
      <source>Use it as a sound, or leave it out.</source>
      <translation>Als Ton verwenden oder weglassen.</translation>
    </message>
    <message>
      <source>Use it as a style, together with a model.</source>
      <translation>Als Stil verwenden, zusammen mit einem Modell.</translation>
    </message>
    <message>
      <source>Use it without guidance, or another model.</source>
      <translation>Ohne Führung verwenden, oder ein anderes Modell.</translation>
    </message>
    <message>
      <source>Use nlf_l_multi_0.3.2.torchscript.</source>
      <translation>nlf_l_multi_0.3.2.torchscript verwenden.</translation>
    </message>
    <message>
      <source>Use one of %1, or a folder for a PNG sequence.</source>
      <translation>Eines davon verwenden: %1, oder einen Ordner für eine PNG-Folge.</translation>
    </message>
    <message>
      <source>Use one of %1.</source>
      <translation>Eines davon verwenden: %1.</translation>
    </message>
    <message>
      <source>Use the file without its recipe, or open it with the version of Portraits that made it.</source>
      <translation>Die Datei ohne ihr Rezept verwenden oder mit der Version von Portraits öffnen, die sie erstellt hat.</translation>
    </message>
    <message>
      <source>Use version 0.3.2 of the model.</source>
      <translation>Version 0.3.2 des Modells verwenden.</translation>
    </message>
    <message>
      <source>Wait for it, or stop it there.</source>
      <translation>Darauf warten oder es dort anhalten.</translation>
    </message>
    <message>
      <source>What MV-DiT 17B needs of Wan 2.1 and no more.</source>
      <translation>Was MV-DiT 17B von Wan 2.1 braucht, nicht mehr.</translation>
    </message>
    <message>
      <source>What MV-DiT 7B needs of CogVideoX and no more.</source>
      <translation>Was MV-DiT 7B von CogVideoX braucht, nicht mehr.</translation>
    </message>
    <message>
      <source>What has arrived is kept and checked.</source>
      <translation>Was angekommen ist, ist gesichert und geprüft.</translation>
    </message>
    <message>
      <source>What has arrived is kept.</source>
      <translation>Was angekommen ist, ist gesichert.</translation>
    </message>
    <message>
      <source>What was installed before still is.</source>
      <translation>Was vorher installiert war, ist es noch.</translation>
    </message>
    <message>
      <source>What was there before is unchanged.</source>
      <translation>Was vorher da war, ist unverändert.</translation>
    </message>
    <message>
      <source>With %1 step a change of %2 leaves no step to do.</source>
      <translation>Mit %1 Schritt lässt eine Änderung von %2 keinen Schritt übrig.</translation>
    </message>
    <message>
      <source>With %1 steps a change of %2 leaves no step to do.</source>
      <translation>Mit %1 Schritten lässt eine Änderung von %2 keinen Schritt übrig.</translation>
    </message>
    <message>
      <source>With the pronunciation dictionary the text becomes too long to be spoken.</source>
      <translation>Mit dem Wörterbuch der Aussprache wird der Text zu lang zum Sprechen.</translation>
    </message>
    <message>
      <source>With this size the person would be behind the camera.</source>
      <translation>Mit dieser Größe wäre die Person hinter der Kamera.</translation>
    </message>
    <message>
      <source>Without a graphics card the large voice is far slower than speech; the built-in voice is quick.</source>
      <translation>Ohne Grafikkarte ist die große Stimme weit langsamer als Sprache; die eingebaute ist schnell.</translation>
    </message>
    <message>
      <source>Write it as OpenTimelineIO (.otio).</source>
      <translation>Als OpenTimelineIO (.otio) schreiben.</translation>
    </message>
    <message>
      <source>Write it like "#20242B", or use "blur".</source>
      <translation>Sie wie „#20242B“ schreiben oder „blur“ verwenden.</translation>
    </message>
    <message>
      <source>Write it like frame-%06d.png.</source>
      <translation>Wie frame-%06d.png schreiben.</translation>
    </message>
    <message>
      <source>Write it like http://localhost:8000.</source>
      <translation>Wie http://localhost:8000 schreiben.</translation>
    </message>
    <message>
      <source>Write one choice on each line.</source>
      <translation>In jede Zeile eine Möglichkeit schreiben.</translation>
    </message>
    <message>
      <source>Write the file, or choose another folder of wildcards.</source>
      <translation>Die Datei schreiben oder einen anderen Ordner mit Platzhaltern wählen.</translation>
    </message>
    <message>
      <source>Write the word, an equals sign, and how it is said: Søren=SUR-en.</source>
      <translation>Das Wort, ein Gleichheitszeichen und die Aussprache schreiben: Søren=SUR-en.</translation>
    </message>
    <message>
      <source>Writing</source>
      <translation>Schreiben</translation>
    </message>
    <message>
      <source>Writing motions</source>
      <translation>Bewegungen schreiben</translation>
    </message>
    <message>
      <source>Your catalog "%1" cannot be read: %2.</source>
      <translation>Ihr Katalog „%1“ kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
      <source>Your catalog "%1" has the unknown key "%2".</source>
      <translation>Ihr Katalog „%1“ hat den unbekannten Schlüssel „%2“.</translation>
    </message>
    <message>
      <source>Your catalog "%1" is larger than 1 MB and was left out.</source>
      <translation>Ihr Katalog „%1“ ist größer als 1 MB und wurde ausgelassen.</translation>
    </message>
    <message>
      <source>Your catalog "%1" is not TOML: %2. It was left out.</source>
      <translation>Ihr Katalog „%1“ ist kein TOML: %2. Er wurde ausgelassen.</translation>
    </message>
    <message>
      <source>Your catalog "%1" needs entries that start with [[model]].</source>
      <translation>Ihr Katalog „%1“ braucht Einträge, die mit [[model]] beginnen.</translation>
    </message>
    <message>
      <source>Your changes are kept in this window.</source>
      <translation>Ihre Änderungen bleiben in diesem Fenster.</translation>
    </message>
    <message>
      <source>Your project and the waiting jobs are safe.</source>
      <translation>Das Projekt und die wartenden Aufträge sind sicher.</translation>
    </message>
    <message>
      <source>Your voices in "%1" cannot be read: %2.</source>
      <translation>Ihre Stimmen in „%1“ können nicht gelesen werden: %2.</translation>
    </message>
    <message>
      <source>`%1` is a fraction with too large a denominator</source>
      <translation>`%1` ist ein Bruch mit zu großem Nenner</translation>
    </message>
    <message>
      <source>`%1` must be longer than 0 seconds</source>
      <translation>`%1` muss länger als 0 Sekunden sein</translation>
    </message>
    <message>
      <source>`%1` must lie between %2 and %3, got %4</source>
      <translation>`%1` muss zwischen %2 und %3 liegen, ist aber %4</translation>
    </message>
    <message>
      <source>a .ckpt can run a program when it is loaded</source>
      <translation>ein .ckpt kann beim Laden ein Programm ausführen</translation>
    </message>
    <message>
      <source>a C++ compiler</source>
      <translation>einen C++-Compiler</translation>
    </message>
    <message>
      <source>a call of %1</source>
      <translation>ein Aufruf von %1</translation>
    </message>
    <message>
      <source>a caption ends before it starts</source>
      <translation>ein Untertitel endet, bevor er beginnt</translation>
    </message>
    <message>
      <source>a change of a %1</source>
      <translation>eine Änderung an %1</translation>
    </message>
    <message>
      <source>a change of an object</source>
      <translation>eine Änderung eines Objekts</translation>
    </message>
    <message>
      <source>a code is out of range</source>
      <translation>ein Code liegt außerhalb des Bereichs</translation>
    </message>
    <message>
      <source>a dictionary key of the kind %1</source>
      <translation>ein Schlüssel der Art %1</translation>
    </message>
    <message>
      <source>a face that is cut off</source>
      <translation>ein abgeschnittenes Gesicht</translation>
    </message>
    <message>
      <source>a face that is too small</source>
      <translation>ein zu kleines Gesicht</translation>
    </message>
    <message>
      <source>a face that is turned away</source>
      <translation>ein abgewandtes Gesicht</translation>
    </message>
    <message>
      <source>a file has this name</source>
      <translation>eine Datei heißt schon so</translation>
    </message>
    <message>
      <source>a file of your own</source>
      <translation>eine eigene Datei</translation>
    </message>
    <message>
      <source>a folder has this name</source>
      <translation>ein Ordner heißt schon so</translation>
    </message>
    <message>
      <source>a folder, or a name such as frame-%06d.png</source>
      <translation>einen Ordner oder einen Namen wie frame-%06d.png</translation>
    </message>
    <message>
      <source>a frame of entry %1 has the shape %2</source>
      <translation>ein Frame von Eintrag %1 hat die Form %2</translation>
    </message>
    <message>
      <source>a frame of entry %1 holds no joints</source>
      <translation>ein Frame von Eintrag %1 enthält keine Gelenke</translation>
    </message>
    <message>
      <source>a joint has %1 channels</source>
      <translation>ein Gelenk hat %1 Kanäle</translation>
    </message>
    <message>
      <source>a keyframe of `%1` lies outside %2 to %3</source>
      <translation>ein Schlüsselbild von `%1` liegt außerhalb von %2 bis %3</translation>
    </message>
    <message>
      <source>a mark where an object belongs</source>
      <translation>eine Marke, wo ein Objekt hingehört</translation>
    </message>
    <message>
      <source>a name that ends in %1</source>
      <translation>einen Namen, der auf %1 endet</translation>
    </message>
    <message>
      <source>a name that is no text</source>
      <translation>ein Name, der kein Text ist</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>eine Zahl</translation>
    </message>
    <message>
      <source>a number type of an unknown form</source>
      <translation>ein Zahlentyp unbekannter Form</translation>
    </message>
    <message>
      <source>a path inside the project must have 1 to 400 characters</source>
      <translation>ein Pfad innerhalb des Projekts muss 1 bis 400 Zeichen haben</translation>
    </message>
    <message>
      <source>a reference to something outside</source>
      <translation>ein Bezug auf etwas außerhalb</translation>
    </message>
    <message>
      <source>a size of %1 x %2 is not possible</source>
      <translation>eine Größe von %1 x %2 ist nicht möglich</translation>
    </message>
    <message>
      <source>a storage of an unknown kind</source>
      <translation>ein Speicher unbekannter Art</translation>
    </message>
    <message>
      <source>a tensor larger than its numbers</source>
      <translation>ein Tensor, der größer als seine Zahlen ist</translation>
    </message>
    <message>
      <source>a tensor of an unknown form</source>
      <translation>ein Tensor unbekannter Form</translation>
    </message>
    <message>
      <source>a tensor that declares %1 numbers, but does not hold them</source>
      <translation>ein Tensor, der %1 Zahlen nennt, aber nicht enthält</translation>
    </message>
    <message>
      <source>a text in an unknown encoding</source>
      <translation>ein Text in unbekannter Kodierung</translation>
    </message>
    <message>
      <source>a tilted face</source>
      <translation>ein schief gehaltenes Gesicht</translation>
    </message>
    <message>
      <source>a weight has another shape: %1</source>
      <translation>ein Gewicht hat eine andere Form: %1</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>eine ganze Zahl</translation>
    </message>
    <message>
      <source>an added token has no id or no content</source>
      <translation>ein hinzugefügtes Token hat keine ID oder keinen Inhalt</translation>
    </message>
    <message>
      <source>an array of %1</source>
      <translation>ein Feld aus %1</translation>
    </message>
    <message>
      <source>an array of an unknown form</source>
      <translation>ein Feld unbekannter Art</translation>
    </message>
    <message>
      <source>an array of an unknown shape</source>
      <translation>ein Feld unbekannter Form</translation>
    </message>
    <message>
      <source>an array that declares %1 numbers, but does not hold them</source>
      <translation>ein Feld, das %1 Zahlen nennt, aber nicht enthält</translation>
    </message>
    <message>
      <source>an array without content</source>
      <translation>ein Feld ohne Inhalt</translation>
    </message>
    <message>
      <source>anchor %1 of the template</source>
      <translation>Anker %1 der Vorlage</translation>
    </message>
    <message>
      <source>animation</source>
      <translation>Animation</translation>
    </message>
    <message>
      <source>became far longer than its text</source>
      <translation>wurde weit länger als sein Text</translation>
    </message>
    <message>
      <source>board</source>
      <translation>Tafel</translation>
    </message>
    <message>
      <source>board %1 has the item %2 twice</source>
      <translation>Tafel %1 hat das Element %2 zweimal</translation>
    </message>
    <message>
      <source>board %1 has the media item %2, which is not in the project</source>
      <translation>Tafel %1 hat das Medium %2, das nicht im Projekt ist</translation>
    </message>
    <message>
      <source>came out silent</source>
      <translation>blieb still</translation>
    </message>
    <message>
      <source>came out without any speech</source>
      <translation>enthielt keine Sprache</translation>
    </message>
    <message>
      <source>cannot be loaded</source>
      <translation>kann nicht geladen werden</translation>
    </message>
    <message>
      <source>cannot be reached (%1)</source>
      <translation>ist nicht erreichbar (%1)</translation>
    </message>
    <message>
      <source>cannot hide later frames</source>
      <translation>kann spätere Frames nicht verdecken</translation>
    </message>
    <message>
      <source>clip</source>
      <translation>Clip</translation>
    </message>
    <message>
      <source>clip %1 cannot use media item %2, which is a %3</source>
      <translation>Clip %1 kann das Medium %2 der Art %3 nicht verwenden</translation>
    </message>
    <message>
      <source>clip %1 lies inside clip %2</source>
      <translation>Clip %1 liegt in Clip %2</translation>
    </message>
    <message>
      <source>clip %1 lies on track %2, which is for %3s</source>
      <translation>Clip %1 liegt auf Spur %2, die für die Art %3 ist</translation>
    </message>
    <message>
      <source>clip %1 needs the media item %2, which is not in the project</source>
      <translation>Clip %1 braucht das Medium %2, das nicht im Projekt ist</translation>
    </message>
    <message>
      <source>clips</source>
      <translation>Clips</translation>
    </message>
    <message>
      <source>clips %1 and %2 are not in the order of their starts</source>
      <translation>die Clips %1 und %2 sind nicht in der Reihenfolge ihrer Anfänge</translation>
    </message>
    <message>
      <source>clips %1 and %2 overlap with another clip between them</source>
      <translation>die Clips %1 und %2 überlappen, mit einem anderen dazwischen</translation>
    </message>
    <message>
      <source>colours in each frame</source>
      <translation>Farben je Frame</translation>
    </message>
    <message>
      <source>compression; lossless at every level</source>
      <translation>Kompression; auf jeder Stufe verlustfrei</translation>
    </message>
    <message>
      <source>config.json in "%1" is no VAE of CogVideoX.</source>
      <translation>config.json in „%1“ gehört zu keinem VAE von CogVideoX.</translation>
    </message>
    <message>
      <source>decoder_dim cannot be divided by 16</source>
      <translation>decoder_dim ist nicht durch 16 teilbar</translation>
    </message>
    <message>
      <source>decoding in tiles</source>
      <translation>Decodieren in Kacheln</translation>
    </message>
    <message>
      <source>demo recipe</source>
      <translation>Rezept der Vorführung</translation>
    </message>
    <message>
      <source>did not answer as expected (%1)</source>
      <translation>antwortete anders als erwartet (%1)</translation>
    </message>
    <message>
      <source>did not come to its end within the allowed length</source>
      <translation>kam in der erlaubten Länge nicht zu Ende</translation>
    </message>
    <message>
      <source>entry %1 has no joints under 'pose'</source>
      <translation>Eintrag %1 hat keine Gelenke unter „pose“</translation>
    </message>
    <message>
      <source>entry %1 has no list of frames under %2</source>
      <translation>Eintrag %1 hat keine Liste von Frames unter %2</translation>
    </message>
    <message>
      <source>expected %1, got %2</source>
      <translation>%1 erwartet, %2 bekommen</translation>
    </message>
    <message>
      <source>files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <source>files that end in %1 are not loaded</source>
      <translation>Dateien, die auf %1 enden, werden nicht geladen</translation>
    </message>
    <message>
      <source>float16 on a processor is 90 to 400 times slower than float32; it was used because you chose it.</source>
      <translation>float16 ist auf einem Prozessor 90- bis 400-mal langsamer als float32; es wurde wie gewählt verwendet.</translation>
    </message>
    <message>
      <source>frames</source>
      <translation>Frames</translation>
    </message>
    <message>
      <source>has another content than it should have</source>
      <translation>hat einen anderen Inhalt als vorgesehen</translation>
    </message>
    <message>
      <source>has another length</source>
      <translation>hat eine andere Länge</translation>
    </message>
    <message>
      <source>higher is better, 100 is lossless</source>
      <translation>größer ist besser, 100 ist verlustfrei</translation>
    </message>
    <message>
      <source>hung up before the end</source>
      <translation>brach vor dem Ende ab</translation>
    </message>
    <message>
      <source>image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>is a model of the kind %1</source>
      <translation>ist ein Modell der Art %1</translation>
    </message>
    <message>
      <source>is distorted</source>
      <translation>ist verzerrt</translation>
    </message>
    <message>
      <source>is gone</source>
      <translation>ist verschwunden</translation>
    </message>
    <message>
      <source>is not complete</source>
      <translation>ist nicht vollständig</translation>
    </message>
    <message>
      <source>is not here or does not fit this device and number format</source>
      <translation>ist nicht hier oder passt nicht zu diesem Gerät und Zahlenformat</translation>
    </message>
    <message>
      <source>is not what it was</source>
      <translation>ist nicht mehr, was es war</translation>
    </message>
    <message>
      <source>is of an unknown kind</source>
      <translation>ist von unbekannter Art</translation>
    </message>
    <message>
      <source>it cannot be read</source>
      <translation>die Datei kann nicht gelesen werden</translation>
    </message>
    <message>
      <source>it cannot be read (%1)</source>
      <translation>die Datei kann nicht gelesen werden (%1)</translation>
    </message>
    <message>
      <source>it declares %1 frames of %2 s</source>
      <translation>die Datei nennt %1 Frames von %2 s</translation>
    </message>
    <message>
      <source>it declares %1 frames, but holds %2</source>
      <translation>die Datei nennt %1 Frames, enthält aber %2</translation>
    </message>
    <message>
      <source>it defines entities</source>
      <translation>die Datei definiert Entitäten</translation>
    </message>
    <message>
      <source>it does not describe a Llama model</source>
      <translation>es beschreibt kein Llama-Modell</translation>
    </message>
    <message>
      <source>it does not say how many frames it has</source>
      <translation>die Zahl der Frames ist nicht genannt</translation>
    </message>
    <message>
      <source>it ends too early</source>
      <translation>die Datei endet zu früh</translation>
    </message>
    <message>
      <source>it ends too early, or something was added to it</source>
      <translation>die Datei endet zu früh, oder etwas wurde angehängt</translation>
    </message>
    <message>
      <source>it has %1 clips, at most %2 are possible</source>
      <translation>der Film hat %1 Clips, möglich sind höchstens %2</translation>
    </message>
    <message>
      <source>it has %1 files</source>
      <translation>die Datei enthält %1 Dateien</translation>
    </message>
    <message>
      <source>it has %1 project files where one is expected</source>
      <translation>die Datei enthält %1 Projektdateien, erwartet wird eine</translation>
    </message>
    <message>
      <source>it has more than %1 joints</source>
      <translation>die Datei hat mehr als %1 Gelenke</translation>
    </message>
    <message>
      <source>it has more than %1 tensors</source>
      <translation>die Datei hat mehr als %1 Tensoren</translation>
    </message>
    <message>
      <source>it has no MOTION part</source>
      <translation>die Datei hat keinen Teil MOTION</translation>
    </message>
    <message>
      <source>it has no added tokens</source>
      <translation>hinzugefügte Token fehlen</translation>
    </message>
    <message>
      <source>it has no emotion tags</source>
      <translation>Gefühlsmarken fehlen</translation>
    </message>
    <message>
      <source>it has no frames, or positions that are no numbers</source>
      <translation>die Datei hat keine Frames, oder Positionen, die keine Zahlen sind</translation>
    </message>
    <message>
      <source>it has no joint that could be the %1</source>
      <translation>kein Gelenk kann %1 sein</translation>
    </message>
    <message>
      <source>it has no model_index.json</source>
      <translation>eine model_index.json fehlt</translation>
    </message>
    <message>
      <source>it has the unknown channels %1</source>
      <translation>unbekannte Kanäle: %1</translation>
    </message>
    <message>
      <source>it holds %1 joints, not %2, or not as 32 bit numbers</source>
      <translation>die Datei enthält %1 Gelenke, nicht %2, oder nicht als 32-Bit-Zahlen</translation>
    </message>
    <message>
      <source>it holds a value that its file cannot keep</source>
      <translation>das Projekt enthält einen Wert, den die Datei nicht halten kann</translation>
    </message>
    <message>
      <source>it holds more than %1 parts</source>
      <translation>die Datei enthält mehr als %1 Teile</translation>
    </message>
    <message>
      <source>it holds no names</source>
      <translation>die Datei enthält keine Namen</translation>
    </message>
    <message>
      <source>it holds no timeline</source>
      <translation>die Datei enthält keine Zeitleiste</translation>
    </message>
    <message>
      <source>it holds values that are no numbers</source>
      <translation>die Datei enthält Werte, die keine Zahlen sind</translation>
    </message>
    <message>
      <source>it is a model of the kind %1</source>
      <translation>es ist ein Modell der Art %1</translation>
    </message>
    <message>
      <source>it is a pickle under another name, which could run a program</source>
      <translation>die Datei ist ein Pickle unter anderem Namen, das ein Programm ausführen könnte</translation>
    </message>
    <message>
      <source>it is a web page, not the model; the download needed an account</source>
      <translation>die Datei ist eine Webseite, nicht das Modell; der Download brauchte ein Konto</translation>
    </message>
    <message>
      <source>it is damaged</source>
      <translation>die Datei ist beschädigt</translation>
    </message>
    <message>
      <source>it is damaged, or no .npz file</source>
      <translation>die Datei ist beschädigt oder keine .npz-Datei</translation>
    </message>
    <message>
      <source>it is damaged, or no BVH file</source>
      <translation>die Datei ist beschädigt oder keine BVH-Datei</translation>
    </message>
    <message>
      <source>it is empty</source>
      <translation>die Datei ist leer</translation>
    </message>
    <message>
      <source>it is far too large</source>
      <translation>die Datei ist viel zu groß</translation>
    </message>
    <message>
      <source>it is far too large for this codec</source>
      <translation>die Datei ist viel zu groß für diesen Codec</translation>
    </message>
    <message>
      <source>it is larger than %1 MB</source>
      <translation>die Datei ist größer als %1 MB</translation>
    </message>
    <message>
      <source>it is larger than 1 MB</source>
      <translation>die Datei ist größer als 1 MB</translation>
    </message>
    <message>
      <source>it is made again with the next seed</source>
      <translation>mit dem nächsten Startwert neu erstellt</translation>
    </message>
    <message>
      <source>it is neither a motion file of this program nor one of SMPL or AMASS</source>
      <translation>die Datei ist weder eine Bewegungsdatei dieses Programms noch eine von SMPL oder AMASS</translation>
    </message>
    <message>
      <source>it is not JSON (%1)</source>
      <translation>die Datei ist kein JSON (%1)</translation>
    </message>
    <message>
      <source>it is not a JSON object</source>
      <translation>die Datei ist kein JSON-Objekt</translation>
    </message>
    <message>
      <source>it is not a project (%1)</source>
      <translation>die Datei ist kein Projekt (%1)</translation>
    </message>
    <message>
      <source>it is not a readable JSON file</source>
      <translation>die Datei ist kein lesbares JSON</translation>
    </message>
    <message>
      <source>it is not a readable index</source>
      <translation>die Datei ist kein lesbares Verzeichnis</translation>
    </message>
    <message>
      <source>it is not a whole zip (%1)</source>
      <translation>die Datei ist kein ganzes Zip (%1)</translation>
    </message>
    <message>
      <source>it is only a pointer to the real file, as git leaves it without large-file support</source>
      <translation>die Datei ist nur ein Verweis auf die eigentliche Datei, wie git ihn ohne Unterstützung großer Dateien hinterlässt</translation>
    </message>
    <message>
      <source>it is too large</source>
      <translation>die Datei ist zu groß</translation>
    </message>
    <message>
      <source>it lists more than %1 motions</source>
      <translation>die Datei nennt mehr als %1 Bewegungen</translation>
    </message>
    <message>
      <source>it lists no motion</source>
      <translation>die Datei nennt keine Bewegung</translation>
    </message>
    <message>
      <source>it promises more values than any model has</source>
      <translation>die Datei verspricht mehr Werte, als ein Modell hat</translation>
    </message>
    <message>
      <source>it speaks of %1</source>
      <translation>die Datei spricht von %1</translation>
    </message>
    <message>
      <source>it was left out</source>
      <translation>ausgelassen</translation>
    </message>
    <message>
      <source>it was saved by a newer version of Portraits (file version %1, known up to %2)</source>
      <translation>eine neuere Version von Portraits hat die Datei gesichert (Dateiversion %1, bekannt bis %2)</translation>
    </message>
    <message>
      <source>it would be too large to be opened again</source>
      <translation>das Projekt wäre zu groß, um wieder geöffnet zu werden</translation>
    </message>
    <message>
      <source>it would be too large when unpacked</source>
      <translation>der Inhalt wäre entpackt zu groß</translation>
    </message>
    <message>
      <source>its %1 cannot be read (%2)</source>
      <translation>%1 darin kann nicht gelesen werden (%2)</translation>
    </message>
    <message>
      <source>its %1 holds values that are no numbers</source>
      <translation>%1 darin enthält Werte, die keine Zahlen sind</translation>
    </message>
    <message>
      <source>its %1 is %2, not %3</source>
      <translation>%1 darin ist %2, nicht %3</translation>
    </message>
    <message>
      <source>its config.json lacks %1</source>
      <translation>in der config.json fehlt %1</translation>
    </message>
    <message>
      <source>its decoder</source>
      <translation>Decoder</translation>
    </message>
    <message>
      <source>its edges were cut off</source>
      <translation>die Ränder wurden abgeschnitten</translation>
    </message>
    <message>
      <source>its files are gone from %1.</source>
      <translation>die Dateien sind aus %1 verschwunden.</translation>
    </message>
    <message>
      <source>its header is not one of a .safetensors file</source>
      <translation>der Kopf ist nicht der einer .safetensors-Datei</translation>
    </message>
    <message>
      <source>its last</source>
      <translation>der letzten</translation>
    </message>
    <message>
      <source>its parts do not fit each other</source>
      <translation>die Teile passen nicht zueinander</translation>
    </message>
    <message>
      <source>its parts do not have the same number of frames</source>
      <translation>die Teile haben nicht gleich viele Frames</translation>
    </message>
    <message>
      <source>its places do not fit its rotations</source>
      <translation>die Orte passen nicht zu den Drehungen</translation>
    </message>
    <message>
      <source>its rotations have the shape %1</source>
      <translation>die Drehungen haben die Form %1</translation>
    </message>
    <message>
      <source>its signature is not that of the Portraits developers</source>
      <translation>die Signatur ist nicht die der Portraits-Entwickler</translation>
    </message>
    <message>
      <source>its text pieces reach into the control ids</source>
      <translation>die Textstücke reichen in die Steuer-IDs</translation>
    </message>
    <message>
      <source>its transformer's config.json lacks %1</source>
      <translation>in der config.json des Transformers fehlt %1</translation>
    </message>
    <message>
      <source>its tree of joints is not whole</source>
      <translation>der Baum der Gelenke ist nicht ganz</translation>
    </message>
    <message>
      <source>its version is %1</source>
      <translation>die Version ist %1</translation>
    </message>
    <message>
      <source>its vocabulary of %1 ids has no audio codes</source>
      <translation>das Vokabular von %1 IDs hat keine Ton-Codes</translation>
    </message>
    <message>
      <source>its weights are quantised in a way that is not supported</source>
      <translation>die Gewichte sind auf eine Art quantisiert, die nicht unterstützt wird</translation>
    </message>
    <message>
      <source>key point %1</source>
      <translation>Schlüsselpunkt %1</translation>
    </message>
    <message>
      <source>landmark file</source>
      <translation>Landmarkendatei</translation>
    </message>
    <message>
      <source>last picture</source>
      <translation>Letztes Bild</translation>
    </message>
    <message>
      <source>left ankle</source>
      <translation>linker Knöchel</translation>
    </message>
    <message>
      <source>left collar</source>
      <translation>linkes Schlüsselbein</translation>
    </message>
    <message>
      <source>left elbow</source>
      <translation>linker Ellbogen</translation>
    </message>
    <message>
      <source>left foot</source>
      <translation>linker Fuß</translation>
    </message>
    <message>
      <source>left hand</source>
      <translation>linke Hand</translation>
    </message>
    <message>
      <source>left hip</source>
      <translation>linke Hüfte</translation>
    </message>
    <message>
      <source>left knee</source>
      <translation>linkes Knie</translation>
    </message>
    <message>
      <source>left shoulder</source>
      <translation>linke Schulter</translation>
    </message>
    <message>
      <source>left wrist</source>
      <translation>linkes Handgelenk</translation>
    </message>
    <message>
      <source>line</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <source>line %1 has a take twice</source>
      <translation>Zeile %1 hat einen Take zweimal</translation>
    </message>
    <message>
      <source>line %1 has the take %2, which is no sound of the project</source>
      <translation>Zeile %1 hat den Take %2, der kein Ton des Projekts ist</translation>
    </message>
    <message>
      <source>line %1 is spoken by %2, who is not among the speakers</source>
      <translation>Zeile %1 wird von %2 gesprochen, aber so heißt kein Sprecher</translation>
    </message>
    <message>
      <source>line %1 shows the take %2, which is not among its takes</source>
      <translation>Zeile %1 zeigt den Take %2, der nicht zu ihren Takes gehört</translation>
    </message>
    <message>
      <source>list of samples</source>
      <translation>Liste der Beispiele</translation>
    </message>
    <message>
      <source>lost its order</source>
      <translation>verlor seine Ordnung</translation>
    </message>
    <message>
      <source>marker</source>
      <translation>Marker</translation>
    </message>
    <message>
      <source>media item</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>media item %1 has landmarks but is not a picture</source>
      <translation>Medium %1 hat Landmarken, ist aber kein Bild</translation>
    </message>
    <message>
      <source>media item %1 is a take of %2, which is no other item</source>
      <translation>Medium %1 ist ein Take von %2, einem Medium, das es nicht gibt</translation>
    </message>
    <message>
      <source>media item %1 is called a %2 but its file is a %3</source>
      <translation>Medium %1 heißt %2, die Datei ist aber von der Art %3</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>fehlt</translation>
    </message>
    <message>
      <source>model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>model_index.json is far too large</source>
      <translation>model_index.json ist viel zu groß</translation>
    </message>
    <message>
      <source>more than %1 million pixels</source>
      <translation>mehr als %1 Millionen Pixel</translation>
    </message>
    <message>
      <source>more than %1 steps</source>
      <translation>mehr als %1 Schritte</translation>
    </message>
    <message>
      <source>morph %1 does not end where a still starts</source>
      <translation>Morph %1 endet nicht, wo ein Standbild beginnt</translation>
    </message>
    <message>
      <source>morph %1 does not start where a still ends</source>
      <translation>Morph %1 beginnt nicht, wo ein Standbild endet</translation>
    </message>
    <message>
      <source>motion</source>
      <translation>Bewegung</translation>
    </message>
    <message>
      <source>motion tokenizer</source>
      <translation>Bewegungs-Tokenizer</translation>
    </message>
    <message>
      <source>motions</source>
      <translation>Bewegungen</translation>
    </message>
    <message>
      <source>movie</source>
      <translation>Film</translation>
    </message>
    <message>
      <source>no face</source>
      <translation>kein Gesicht</translation>
    </message>
    <message>
      <source>no model</source>
      <translation>kein Modell</translation>
    </message>
    <message>
      <source>no reason given</source>
      <translation>ohne Angabe eines Grundes</translation>
    </message>
    <message>
      <source>noise is %1</source>
      <translation>noise ist %1</translation>
    </message>
    <message>
      <source>none of its names fits, for example %1</source>
      <translation>keiner der Namen passt, zum Beispiel %1</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <source>number %1</source>
      <translation>Nummer %1</translation>
    </message>
    <message>
      <source>one picture at a time</source>
      <translation>ein Bild auf einmal</translation>
    </message>
    <message>
      <source>one value</source>
      <translation>ein Wert</translation>
    </message>
    <message>
      <source>packed project</source>
      <translation>Gepacktes Projekt</translation>
    </message>
    <message>
      <source>part of the installation (%1)</source>
      <translation>Teil der Installation (%1)</translation>
    </message>
    <message>
      <source>parts</source>
      <translation>Teile</translation>
    </message>
    <message>
      <source>path</source>
      <translation>Pfad</translation>
    </message>
    <message>
      <source>picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>picture encoder</source>
      <translation>Bild-Encoder</translation>
    </message>
    <message>
      <source>pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>pictures are decoded in tiles</source>
      <translation>Bilder werden in Kacheln decodiert</translation>
    </message>
    <message>
      <source>point %1</source>
      <translation>Punkt %1</translation>
    </message>
    <message>
      <source>point %1 as it was found</source>
      <translation>Punkt %1, wie er gefunden wurde</translation>
    </message>
    <message>
      <source>portraits-engine doctor shows what this computer has.</source>
      <translation>Was dieser Rechner hat, zeigt portraits-engine doctor.</translation>
    </message>
    <message>
      <source>profile: 0 proxy, 1 LT, 2 standard, 3 HQ</source>
      <translation>Profil: 0 Proxy, 1 LT, 2 Standard, 3 HQ</translation>
    </message>
    <message>
      <source>profile: 4 is 4444, 5 is 4444 XQ</source>
      <translation>Profil: 4 ist 4444, 5 ist 4444 XQ</translation>
    </message>
    <message>
      <source>project</source>
      <translation>Projekt</translation>
    </message>
    <message>
      <source>pronunciation</source>
      <translation>Aussprache</translation>
    </message>
    <message>
      <source>refused with status %1 (%2)</source>
      <translation>lehnte ab, Status %1 (%2)</translation>
    </message>
    <message>
      <source>right ankle</source>
      <translation>rechter Knöchel</translation>
    </message>
    <message>
      <source>right collar</source>
      <translation>rechtes Schlüsselbein</translation>
    </message>
    <message>
      <source>right elbow</source>
      <translation>rechter Ellbogen</translation>
    </message>
    <message>
      <source>right foot</source>
      <translation>rechter Fuß</translation>
    </message>
    <message>
      <source>right hand</source>
      <translation>rechte Hand</translation>
    </message>
    <message>
      <source>right hip</source>
      <translation>rechte Hüfte</translation>
    </message>
    <message>
      <source>right knee</source>
      <translation>rechtes Knie</translation>
    </message>
    <message>
      <source>right shoulder</source>
      <translation>rechte Schulter</translation>
    </message>
    <message>
      <source>right wrist</source>
      <translation>rechtes Handgelenk</translation>
    </message>
    <message>
      <source>saved elsewhere</source>
      <translation>anderswo gesichert</translation>
    </message>
    <message>
      <source>sentences</source>
      <translation>Sätze</translation>
    </message>
    <message>
      <source>serves %1 and not Maya1</source>
      <translation>bietet %1 und nicht Maya1</translation>
    </message>
    <message>
      <source>shot</source>
      <translation>Szene</translation>
    </message>
    <message>
      <source>sound</source>
      <translation>Ton</translation>
    </message>
    <message>
      <source>speaker</source>
      <translation>Sprecher</translation>
    </message>
    <message>
      <source>spine 1</source>
      <translation>Rücken 1</translation>
    </message>
    <message>
      <source>spine 2</source>
      <translation>Rücken 2</translation>
    </message>
    <message>
      <source>spine 3</source>
      <translation>Rücken 3</translation>
    </message>
    <message>
      <source>start picture</source>
      <translation>Startbild</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <source>style</source>
      <translation>Stil</translation>
    </message>
    <message>
      <source>subtitle file</source>
      <translation>Untertiteldatei</translation>
    </message>
    <message>
      <source>tag %1 was</source>
      <translation>die Marke %1</translation>
    </message>
    <message>
      <source>tags %1 were</source>
      <translation>die Marken %1</translation>
    </message>
    <message>
      <source>text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>text encoder</source>
      <translation>Text-Encoder</translation>
    </message>
    <message>
      <source>the best of them was kept</source>
      <translation>der beste davon blieb</translation>
    </message>
    <message>
      <source>the built-in voice</source>
      <translation>die eingebaute Stimme</translation>
    </message>
    <message>
      <source>the clip ends too late</source>
      <translation>der Clip endet zu spät</translation>
    </message>
    <message>
      <source>the connection was lost or could not be made</source>
      <translation>die Verbindung brach ab oder kam nicht zustande</translation>
    </message>
    <message>
      <source>the data of %1 is damaged</source>
      <translation>die Daten von %1 sind beschädigt</translation>
    </message>
    <message>
      <source>the disk cannot hold a file this large</source>
      <translation>der Datenträger kann keine so große Datei halten</translation>
    </message>
    <message>
      <source>the disk is read-only</source>
      <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
      <source>the fades of a clip are longer than the clip</source>
      <translation>die Blenden eines Clips sind länger als der Clip</translation>
    </message>
    <message>
      <source>the file ended early</source>
      <translation>die Datei endete zu früh</translation>
    </message>
    <message>
      <source>the file ends too early</source>
      <translation>die Datei endet zu früh</translation>
    </message>
    <message>
      <source>the file is damaged</source>
      <translation>die Datei ist beschädigt</translation>
    </message>
    <message>
      <source>the file of %1 does not have the bytes the project names</source>
      <translation>die Datei von %1 hat nicht die Bytes, die das Projekt nennt</translation>
    </message>
    <message>
      <source>the folder %1 is not there</source>
      <translation>der Ordner %1 ist nicht da</translation>
    </message>
    <message>
      <source>the frame rate, length or number of frames is not possible</source>
      <translation>Bildrate, Länge oder Zahl der Frames ist nicht möglich</translation>
    </message>
    <message>
      <source>the halves of %1 do not fit each other</source>
      <translation>die Hälften von %1 passen nicht zueinander</translation>
    </message>
    <message>
      <source>the id %1 is not %2, so it does not belong to Maya1</source>
      <translation>die ID %1 ist nicht %2; er gehört also nicht zu Maya1</translation>
    </message>
    <message>
      <source>the instruction %1</source>
      <translation>die Anweisung %1</translation>
    </message>
    <message>
      <source>the job of a recipe must have a kind</source>
      <translation>der Auftrag eines Rezepts muss eine Art haben</translation>
    </message>
    <message>
      <source>the joints of entry %1 are no numbers</source>
      <translation>die Gelenke von Eintrag %1 sind keine Zahlen</translation>
    </message>
    <message>
      <source>the joints of entry %1 have the shape %2, not frames x %3 x 3</source>
      <translation>die Gelenke von Eintrag %1 haben die Form %2, nicht Frames x %3 x 3</translation>
    </message>
    <message>
      <source>the keyframes of `%1` are not in the order of their times</source>
      <translation>die Schlüsselbilder von `%1` sind nicht in der Reihenfolge ihrer Zeiten</translation>
    </message>
    <message>
      <source>the large voice</source>
      <translation>die große Stimme</translation>
    </message>
    <message>
      <source>the library triton</source>
      <translation>die Bibliothek triton</translation>
    </message>
    <message>
      <source>the model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>the motion</source>
      <translation>die Bewegung</translation>
    </message>
    <message>
      <source>the motion tokenizer</source>
      <translation>der Bewegungs-Tokenizer</translation>
    </message>
    <message>
      <source>the name %1</source>
      <translation>der Name %1</translation>
    </message>
    <message>
      <source>the name is too long</source>
      <translation>der Name ist zu lang</translation>
    </message>
    <message>
      <source>the name of a format or codec is too long</source>
      <translation>der Name eines Formats oder Codecs ist zu lang</translation>
    </message>
    <message>
      <source>the out point must lie after the in point</source>
      <translation>der Out-Punkt muss hinter dem In-Punkt liegen</translation>
    </message>
    <message>
      <source>the pack would have %1 files of %2</source>
      <translation>das Paket hätte %1 Dateien mit %2</translation>
    </message>
    <message>
      <source>the part %1 has the shape %2, which cannot be</source>
      <translation>der Teil %1 hat die Form %2, die nicht sein kann</translation>
    </message>
    <message>
      <source>the part %1 holds objects instead of numbers</source>
      <translation>der Teil %1 enthält Objekte statt Zahlen</translation>
    </message>
    <message>
      <source>the part %1 is damaged</source>
      <translation>der Teil %1 ist beschädigt</translation>
    </message>
    <message>
      <source>the part %1 is missing</source>
      <translation>der Teil %1 fehlt</translation>
    </message>
    <message>
      <source>the part %1 is too large</source>
      <translation>der Teil %1 ist zu groß</translation>
    </message>
    <message>
      <source>the path %1 has a character that is not allowed inside a project</source>
      <translation>der Pfad %1 hat ein Zeichen, das in einem Projekt nicht erlaubt ist</translation>
    </message>
    <message>
      <source>the path %1 is not a usable file name on every system</source>
      <translation>der Pfad %1 ist nicht auf jedem System ein brauchbarer Dateiname</translation>
    </message>
    <message>
      <source>the path %1 would leave the project's folder</source>
      <translation>der Pfad %1 würde den Ordner des Projekts verlassen</translation>
    </message>
    <message>
      <source>the path of a folder</source>
      <translation>der Pfad eines Ordners</translation>
    </message>
    <message>
      <source>the pickle has no end</source>
      <translation>das Pickle hat kein Ende</translation>
    </message>
    <message>
      <source>the rest was filled with a blurred copy</source>
      <translation>der Rest wurde mit einer unscharfen Kopie gefüllt</translation>
    </message>
    <message>
      <source>the sample rate or number of channels is not possible</source>
      <translation>Abtastrate oder Zahl der Kanäle ist nicht möglich</translation>
    </message>
    <message>
      <source>the server asks to wait, it has had too many requests</source>
      <translation>der Server bittet zu warten, er hatte zu viele Anfragen</translation>
    </message>
    <message>
      <source>the server has a fault (HTTP %1)</source>
      <translation>der Server hat einen Fehler (HTTP %1)</translation>
    </message>
    <message>
      <source>the system refuses to read it</source>
      <translation>das System erlaubt das Lesen nicht</translation>
    </message>
    <message>
      <source>the template</source>
      <translation>die Vorlage</translation>
    </message>
    <message>
      <source>the text encoder is dropped once the words are encoded</source>
      <translation>der Text-Encoder wird entfernt, sobald die Worte encodiert sind</translation>
    </message>
    <message>
      <source>too large</source>
      <translation>zu groß</translation>
    </message>
    <message>
      <source>track</source>
      <translation>Spur</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true oder false</translation>
    </message>
    <message>
      <source>two %1s have the %2 %3</source>
      <translation>%2 %3 kommt zweimal vor (%1)</translation>
    </message>
    <message>
      <source>unexpected</source>
      <translation>unerwartet</translation>
    </message>
    <message>
      <source>was silent for %1 s</source>
      <translation>schwieg %1 s lang</translation>
    </message>
    <message>
      <source>with %1 instead of %2 clips in a batch</source>
      <translation>mit %1 statt %2 Clips auf einmal</translation>
    </message>
    <message>
      <source>with %1 instead of %2 frames</source>
      <translation>mit %1 statt %2 Frames</translation>
    </message>
    <message>
      <source>with %1 x %2 instead of %3 x %4 pixels</source>
      <translation>mit %1 x %2 statt %3 x %4 Pixeln</translation>
    </message>
    <message>
      <source>with %1 x %2%3 pixels</source>
      <translation>mit %1 x %2%3 Pixeln</translation>
    </message>
    <message>
      <source>with sequential offload, which takes longer</source>
      <translation>mit dem Speicherplan sequential, was länger dauert</translation>
    </message>
    <message>
      <source>with the model %1</source>
      <translation>mit dem Modell %1</translation>
    </message>
    <message>
      <source>with windows of %1 instead of %2 frames</source>
      <translation>mit Abschnitten von %1 statt %2 Frames</translation>
    </message>
    <message>
      <source>without a name</source>
      <translation>ohne Namen</translation>
    </message>
    <message>
      <source>word</source>
      <translation>Wort</translation>
    </message>
    <message>
      <source>writing in %1 is not allowed</source>
      <translation>das Schreiben in %1 ist nicht erlaubt</translation>
    </message>
    <message>
      <source>“%1” (seed %2) has %3; %4.</source>
      <translation>„%1“ (Startwert %2): %3; %4.</translation>
    </message>
    <message>
      <source>“%1” is no entry of a pronunciation dictionary.</source>
      <translation>„%1“ ist kein Eintrag eines Wörterbuchs der Aussprache.</translation>
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
      <source>Mark</source>
      <translation>Marke</translation>
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
    <message>
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <source>amber</source>
      <translation>gelb</translation>
    </message>
    <message>
      <source>animation</source>
      <translation>Animation</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>blau</translation>
    </message>
    <message>
      <source>green</source>
      <translation>grün</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>fehlt</translation>
    </message>
    <message>
      <source>motion</source>
      <translation>Bewegung</translation>
    </message>
    <message>
      <source>movie</source>
      <translation>Film</translation>
    </message>
    <message>
      <source>music</source>
      <translation>Musik</translation>
    </message>
    <message>
      <source>picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>red</source>
      <translation>rot</translation>
    </message>
    <message>
      <source>rejected</source>
      <translation>verworfen</translation>
    </message>
    <message>
      <source>shot</source>
      <translation>Szene</translation>
    </message>
    <message>
      <source>sound</source>
      <translation>Ton</translation>
    </message>
    <message>
      <source>violet</source>
      <translation>violett</translation>
    </message>
    <message>
      <source>voice</source>
      <translation>Stimme</translation>
    </message>
    <message>
      <source>{n} takes</source>
      <translation>{n} Aufnahmen</translation>
    </message>
  </context>
  <context>
    <name>GalleryModel</name>
    <message>
      <source>Add board</source>
      <translation>Tafel anlegen</translation>
    </message>
    <message>
      <source>Arrange board</source>
      <translation>Tafel anordnen</translation>
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
      <source>.npz, .bvh and .pkl files</source>
      <translation>Dateien .npz, .bvh und .pkl</translation>
    </message>
    <message>
      <source>0 = as many as the memory holds.</source>
      <translation>0 = so viele, wie der Speicher fasst.</translation>
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
      <source>0 = what suits the model.</source>
      <translation>0 = was zum Modell passt.</translation>
    </message>
    <message>
      <source>0 takes the whole motion; longer than 49 is made in clips.</source>
      <translation>0 nimmt die ganze Bewegung; über 49 entsteht es in Clips.</translation>
    </message>
    <message>
      <source>1 clip selected · {kind} · {n} frames</source>
      <translation>1 Clip gewählt · {kind} · {n} Frames</translation>
    </message>
    <message>
      <source>1 is as trained.</source>
      <translation>1 ist wie trainiert.</translation>
    </message>
    <message>
      <source>1 is the one who is seen most.</source>
      <translation>1 ist, wer am meisten zu sehen ist.</translation>
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
      <source>17b</source>
      <translation>17b</translation>
    </message>
    <message>
      <source>20 is that of the models.</source>
      <translation>20 ist die der Modelle.</translation>
    </message>
    <message>
      <source>200 %</source>
      <translation>200 %</translation>
    </message>
    <message>
      <source>24 is that of the models; 16 is the other one that the small long model knows.</source>
      <translation>24 ist die der Modelle; 16 ist die andere, die das kleine lange Modell kennt.</translation>
    </message>
    <message>
      <source>24, millimetres</source>
      <translation>24, Millimeter</translation>
    </message>
    <message>
      <source>3072 fits the published models.</source>
      <translation>3072 passt zu den veröffentlichten Modellen.</translation>
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
      <source>4DMoT: a file or its folder.</source>
      <translation>4DMoT: eine Datei oder ihr Ordner.</translation>
    </message>
    <message>
      <source>4k + 1; the new ones when a movie goes on. More than one window needs a model for long shots.</source>
      <translation>4k + 1; die neuen, wenn ein Film weitergeht. Mehr als ein Abschnitt braucht ein Modell für lange Szenen.</translation>
    </message>
    <message>
      <source>50 %</source>
      <translation>50 %</translation>
    </message>
    <message>
      <source>7b</source>
      <translation>7b</translation>
    </message>
    <message>
      <source>7b needs no words; 17b follows a prompt and takes a LoRA.</source>
      <translation>7b braucht keine Worte; 17b folgt einem Prompt und nimmt eine LoRA.</translation>
    </message>
    <message>
      <source>8-bit weights</source>
      <translation>8-Bit-Gewichte</translation>
    </message>
    <message>
      <source>A .motion.npz, MTVCrafter .pkl, BVH or SMPL/AMASS .npz file.</source>
      <translation>Eine Datei .motion.npz, MTVCrafter .pkl, BVH oder SMPL/AMASS .npz.</translation>
    </message>
    <message>
      <source>A column for each.</source>
      <translation>Je eine Spalte.</translation>
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
      <source>A finished run can be opened from its folder.</source>
      <translation>Ein fertiger Lauf lässt sich aus seinem Ordner öffnen.</translation>
    </message>
    <message>
      <source>A letter alone would act while you type. Add Ctrl or Alt.</source>
      <translation>Ein Buchstabe allein würde schon beim Tippen wirken. Strg oder Alt dazunehmen.</translation>
    </message>
    <message>
      <source>A line holds {n} characters; the text was divided.</source>
      <translation>Eine Zeile fasst {n} Zeichen; der Text wurde geteilt.</translation>
    </message>
    <message>
      <source>A line was too long; the text became {n} lines.</source>
      <translation>Eine Zeile war zu lang; aus dem Text wurden {n} Zeilen.</translation>
    </message>
    <message>
      <source>A minute at first, then faster steps; auto: where that pays.</source>
      <translation>Erst eine Minute, dann schnellere Schritte; automatisch: wo es sich lohnt.</translation>
    </message>
    <message>
      <source>A morph through {n} portraits is on the timeline.</source>
      <translation>Ein Morph durch {n} Portraits liegt in der Zeitleiste.</translation>
    </message>
    <message>
      <source>A movie goes on.</source>
      <translation>Ein Film geht weiter.</translation>
    </message>
    <message>
      <source>A multiple of 16.</source>
      <translation>Ein Vielfaches von 16.</translation>
    </message>
    <message>
      <source>A new run from step {n} is set up at the right.</source>
      <translation>Ein neuer Lauf ab Schritt {n} ist rechts vorbereitet.</translation>
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
      <source>A picture of the person.</source>
      <translation>Ein Bild der Person.</translation>
    </message>
    <message>
      <source>A project, or drop files here</source>
      <translation>Oder Dateien hierher ziehen</translation>
    </message>
    <message>
      <source>A row for each; empty: the seed and the two after it.</source>
      <translation>Je eine Zeile; leer: der Startwert und die zwei danach.</translation>
    </message>
    <message>
      <source>A saved state, also of another run; the new run goes on there.</source>
      <translation>Ein gesicherter Stand, auch eines anderen Laufs; der neue Lauf setzt ihn fort.</translation>
    </message>
    <message>
      <source>A small copy of “{name}” is made, so that it plays smoothly here.</source>
      <translation>Von „{name}“ entsteht eine kleine Kopie, damit es hier flüssig läuft.</translation>
    </message>
    <message>
      <source>A small copy, so that it plays smoothly here</source>
      <translation>Eine kleine Kopie, damit es hier flüssig läuft</translation>
    </message>
    <message>
      <source>A style for {family}</source>
      <translation>Ein Stil für {family}</translation>
    </message>
    <message>
      <source>AAC · plays everywhere</source>
      <translation>AAC · läuft überall</translation>
    </message>
    <message>
      <source>AMD card · tested</source>
      <translation>AMD-Karte · getestet</translation>
    </message>
    <message>
      <source>Aac</source>
      <translation>AAC</translation>
    </message>
    <message>
      <source>About 9 MB, free for every use. It finds 33 landmarks, from which the joints are worked out: approximate.</source>
      <translation>Etwa 9 MB, frei für jeden Zweck. Findet 33 Landmarken, aus denen die Gelenke errechnet werden: ungefähr.</translation>
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
      <source>Add a key</source>
      <translation>Schlüsselbild setzen</translation>
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
      <source>Add a line</source>
      <translation>Zeile hinzufügen</translation>
    </message>
    <message>
      <source>Add a line below</source>
      <translation>Zeile darunter hinzufügen</translation>
    </message>
    <message>
      <source>Add a line to the script</source>
      <translation>Dem Skript eine Zeile hinzufügen</translation>
    </message>
    <message>
      <source>Add a speaker</source>
      <translation>Sprecher hinzufügen</translation>
    </message>
    <message>
      <source>Add a speaker to describe a voice that several lines share.</source>
      <translation>Einen Sprecher hinzufügen, um eine Stimme für mehrere Zeilen zu beschreiben.</translation>
    </message>
    <message>
      <source>Add a title</source>
      <translation>Titel hinzufügen</translation>
    </message>
    <message>
      <source>Add a word</source>
      <translation>Wort hinzufügen</translation>
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
      <source>Add its folder</source>
      <translation>Seinen Ordner hinzufügen</translation>
    </message>
    <message>
      <source>Add key point</source>
      <translation>Schlüsselpunkt hinzufügen</translation>
    </message>
    <message>
      <source>Add keyframe</source>
      <translation>Schlüsselbild setzen</translation>
    </message>
    <message>
      <source>Add line</source>
      <translation>Zeile hinzufügen</translation>
    </message>
    <message>
      <source>Add motion files</source>
      <translation>Bewegungsdateien hinzufügen</translation>
    </message>
    <message>
      <source>Add motion files …</source>
      <translation>Dateien hinzufügen …</translation>
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
      <source>Add speaker</source>
      <translation>Sprecher hinzufügen</translation>
    </message>
    <message>
      <source>Add style</source>
      <translation>Stil hinzufügen</translation>
    </message>
    <message>
      <source>Add text</source>
      <translation>Text hinzufügen</translation>
    </message>
    <message>
      <source>Add the copied text to the script</source>
      <translation>Kopierten Text ins Skript einfügen</translation>
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
      <translation>Warteschlange</translation>
    </message>
    <message>
      <source>Add to this project</source>
      <translation>Diesem Projekt hinzufügen</translation>
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
      <source>After so many checks without a smaller error; 0 does not.</source>
      <translation>Nach so vielen Prüfungen ohne kleineren Fehler; 0 hält nicht an.</translation>
    </message>
    <message>
      <source>After the warm-up.</source>
      <translation>Nach dem Aufwärmen.</translation>
    </message>
    <message>
      <source>After tokens</source>
      <translation>Nachher</translation>
    </message>
    <message>
      <source>Age, accent, pitch, timbre, pace. For Maya1.</source>
      <translation>Alter, Akzent, Tonhöhe, Klang, Tempo. Für Maya1.</translation>
    </message>
    <message>
      <source>Ages, moods, costumes: each takes the place of {variation} in the prompt, or is added to it.</source>
      <translation>Alter, Stimmungen, Kostüme: jede Variante ersetzt {variation} im Prompt oder wird angehängt.</translation>
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
      <source>Allow writing there, or set the variable {variable} to a folder of your own, and start again.</source>
      <translation>Dort das Schreiben erlauben oder die Variable {variable} auf einen eigenen Ordner setzen und neu starten.</translation>
    </message>
    <message>
      <source>Also write each picture of the grid as a file.</source>
      <translation>Auch jedes Bild des Rasters als Datei schreiben.</translation>
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
      <translation>Gelb</translation>
    </message>
    <message>
      <source>Amf</source>
      <translation>AMF</translation>
    </message>
    <message>
      <source>An id of the store, a hub name in the store, a diffusers folder, or a .safetensors file.</source>
      <translation>Eine ID der Modellablage, ein Hub-Name darin, ein diffusers-Ordner oder eine .safetensors-Datei.</translation>
    </message>
    <message>
      <source>An id of the store, a hub name in the store, or a folder; auto: the best that is there.</source>
      <translation>Eine ID der Modellablage, ein Hub-Name darin oder ein Ordner; automatisch: das beste vorhandene.</translation>
    </message>
    <message>
      <source>An unseen motion before and after the tokens appears with the first check.</source>
      <translation>Eine ungesehene Bewegung vor und nach den Token erscheint mit der ersten Prüfung.</translation>
    </message>
    <message>
      <source>Animate</source>
      <translation>Animieren</translation>
    </message>
    <message>
      <source>Animate this</source>
      <translation>Animieren</translation>
    </message>
    <message>
      <source>Animate with the motion</source>
      <translation>Mit der Bewegung animieren</translation>
    </message>
    <message>
      <source>Animate with this</source>
      <translation>Damit animieren</translation>
    </message>
    <message>
      <source>Animate {name}</source>
      <translation>Animieren: {name}</translation>
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
      <source>Animation model</source>
      <translation>Animationsmodell</translation>
    </message>
    <message>
      <source>Ankles</source>
      <translation>Knöchel</translation>
    </message>
    <message>
      <source>Another colour …</source>
      <translation>Andere Farbe …</translation>
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
      <source>Another unseen clip</source>
      <translation>Ein anderer ungesehener Clip</translation>
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
      <source>Apple graphics · tested</source>
      <translation>Apple-Grafik · getestet</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Anwenden</translation>
    </message>
    <message>
      <source>Around the face</source>
      <translation>Um das Gesicht</translation>
    </message>
    <message>
      <source>As a lossless picture beside the movie, for going on from it.</source>
      <translation>Als verlustfreies Bild neben dem Film, um von dort fortzusetzen.</translation>
    </message>
    <message>
      <source>As a track</source>
      <translation>Als Spur</translation>
    </message>
    <message>
      <source>As arranged on the board</source>
      <translation>Wie auf der Tafel angeordnet</translation>
    </message>
    <message>
      <source>As it is</source>
      <translation>Unverändert</translation>
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
      <source>As the script</source>
      <translation>Wie das Skript</translation>
    </message>
    <message>
      <source>Asking the publisher</source>
      <translation>Herausgeber wird gefragt</translation>
    </message>
    <message>
      <source>Asynchronous</source>
      <translation>Asynchron</translation>
    </message>
    <message>
      <source>Attention</source>
      <translation>Attention</translation>
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
      <source>Back to the other panels</source>
      <translation>Zurück zu den anderen Bereichen</translation>
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
      <translation>Mittel</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>Stapel</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <source>Before, after tokens</source>
      <translation>Vor und nach den Token</translation>
    </message>
    <message>
      <source>Begin a new run from here</source>
      <translation>Von hier aus neuen Lauf beginnen</translation>
    </message>
    <message>
      <source>Begin a new run from step {n}</source>
      <translation>Ab Schritt {n} neuen Lauf beginnen</translation>
    </message>
    <message>
      <source>Begin from</source>
      <translation>Beginnen mit</translation>
    </message>
    <message>
      <source>Begin with the movie</source>
      <translation>Mit dem Film beginnen</translation>
    </message>
    <message>
      <source>Behind the skeleton</source>
      <translation>Hinter dem Skelett</translation>
    </message>
    <message>
      <source>Being made: {title}</source>
      <translation>Entsteht gerade: {title}</translation>
    </message>
    <message>
      <source>Below the aim of 30 mm</source>
      <translation>Unter dem Ziel von 30 mm</translation>
    </message>
    <message>
      <source>Beside the picture</source>
      <translation>Neben dem Bild</translation>
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
      <source>Best that is here</source>
      <translation>Bestes vorhandenes</translation>
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
      <source>Bfloat16</source>
      <translation>bfloat16</translation>
    </message>
    <message>
      <source>Bit rate</source>
      <translation>Bitrate</translation>
    </message>
    <message>
      <source>Black</source>
      <translation>Schwarz</translation>
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
      <source>Board</source>
      <translation>Tafel</translation>
    </message>
    <message>
      <source>Boards</source>
      <translation>Tafeln</translation>
    </message>
    <message>
      <source>Body size</source>
      <translation>Körpergröße</translation>
    </message>
    <message>
      <source>Both</source>
      <translation>Beide</translation>
    </message>
    <message>
      <source>Both halves at once</source>
      <translation>Beide Hälften zugleich</translation>
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
      <source>Brought</source>
      <translation>Hereingeholt</translation>
    </message>
    <message>
      <source>Build a training set</source>
      <translation>Trainingsdatensatz erstellen</translation>
    </message>
    <message>
      <source>Build a training set …</source>
      <translation>Datensatz erstellen …</translation>
    </message>
    <message>
      <source>Build it</source>
      <translation>Erstellen</translation>
    </message>
    <message>
      <source>Built in</source>
      <translation>Eingebaut</translation>
    </message>
    <message>
      <source>Built-in</source>
      <translation>Eingebaut</translation>
    </message>
    <message>
      <source>Built-in voice</source>
      <translation>Eingebaute Stimme</translation>
    </message>
    <message>
      <source>Built-in voice, for a draft</source>
      <translation>Eingebaute Stimme, für einen Entwurf</translation>
    </message>
    <message>
      <source>Built-in · draft</source>
      <translation>Eingebaut · Entwurf</translation>
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
      <source>Caption size</source>
      <translation>Untertitelgröße</translation>
    </message>
    <message>
      <source>Careful</source>
      <translation>Vorsichtig</translation>
    </message>
    <message>
      <source>Carry on</source>
      <translation>Anschließen</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <source>Change edges</source>
      <translation>Ränder ändern</translation>
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
      <source>Change how {word} is said</source>
      <translation>Aussprache von {word} ändern</translation>
    </message>
    <message>
      <source>Change in the face</source>
      <translation>Änderung im Gesicht</translation>
    </message>
    <message>
      <source>Change in the second pass</source>
      <translation>Änderung im zweiten Durchgang</translation>
    </message>
    <message>
      <source>Change keyframe</source>
      <translation>Schlüsselbild ändern</translation>
    </message>
    <message>
      <source>Change marker</source>
      <translation>Marker ändern</translation>
    </message>
    <message>
      <source>Change pause</source>
      <translation>Pause ändern</translation>
    </message>
    <message>
      <source>Change pronunciation</source>
      <translation>Aussprache ändern</translation>
    </message>
    <message>
      <source>Change speaker</source>
      <translation>Sprecher ändern</translation>
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
      <source>Change the settings and start: the result takes the clip's place, and can be undone.</source>
      <translation>Die Werte ändern und starten: das Ergebnis ersetzt den Clip und lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>Change the speed</source>
      <translation>Tempo ändern</translation>
    </message>
    <message>
      <source>Change voice engine</source>
      <translation>Sprachengine ändern</translation>
    </message>
    <message>
      <source>Change {name}</source>
      <translation>{name} ändern</translation>
    </message>
    <message>
      <source>Change …</source>
      <translation>Ändern …</translation>
    </message>
    <message>
      <source>Changed since this take</source>
      <translation>Seit dieser Aufnahme geändert</translation>
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
      <source>Chinese</source>
      <translation>Chinesisch</translation>
    </message>
    <message>
      <source>Choose a clip to change its values.</source>
      <translation>Einen Clip wählen, um seine Werte zu ändern.</translation>
    </message>
    <message>
      <source>Choose a file …</source>
      <translation>Datei wählen …</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <source>Choose a folder with a model</source>
      <translation>Ordner mit einem Modell wählen</translation>
    </message>
    <message>
      <source>Choose a folder …</source>
      <translation>Ordner wählen …</translation>
    </message>
    <message>
      <source>Choose a key point first. Landmarks cannot be deleted, only reset.</source>
      <translation>Zuerst einen Schlüsselpunkt wählen. Landmarken lassen sich nicht löschen, nur zurücksetzen.</translation>
    </message>
    <message>
      <source>Choose a line first.</source>
      <translation>Zuerst eine Zeile wählen.</translation>
    </message>
    <message>
      <source>Choose a model</source>
      <translation>Modell wählen</translation>
    </message>
    <message>
      <source>Choose a model to see what it needs.</source>
      <translation>Ein Modell wählen, um zu sehen, was es braucht.</translation>
    </message>
    <message>
      <source>Choose a motion</source>
      <translation>Eine Bewegung wählen</translation>
    </message>
    <message>
      <source>Choose a motion in the library to see it from all sides and to correct it here.</source>
      <translation>Links eine Bewegung wählen, um sie von allen Seiten zu sehen und hier zu korrigieren.</translation>
    </message>
    <message>
      <source>Choose a picture of a person, or a motion.</source>
      <translation>Ein Bild einer Person oder eine Bewegung wählen.</translation>
    </message>
    <message>
      <source>Choose a picture of the person</source>
      <translation>Ein Bild der Person wählen</translation>
    </message>
    <message>
      <source>Choose a picture of the person in the animation panel first.</source>
      <translation>Zuerst unter Animation ein Bild der Person wählen.</translation>
    </message>
    <message>
      <source>Choose a picture or a movie that the shot begins with.</source>
      <translation>Ein Bild oder einen Film wählen, womit die Szene beginnt.</translation>
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
      <source>Choose a training set</source>
      <translation>Einen Trainingsdatensatz wählen</translation>
    </message>
    <message>
      <source>Choose all points</source>
      <translation>Alle Punkte wählen</translation>
    </message>
    <message>
      <source>Choose face</source>
      <translation>Gesicht wählen</translation>
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
      <source>Choose points of a region first.</source>
      <translation>Zuerst Punkte einer Partie wählen.</translation>
    </message>
    <message>
      <source>Choose take</source>
      <translation>Aufnahme wählen</translation>
    </message>
    <message>
      <source>Choose the driving video</source>
      <translation>Bewegungsvideo wählen</translation>
    </message>
    <message>
      <source>Choose the driving video …</source>
      <translation>Bewegungsvideo wählen …</translation>
    </message>
    <message>
      <source>Choose the face …</source>
      <translation>Gesicht wählen …</translation>
    </message>
    <message>
      <source>Choose the file …</source>
      <translation>Datei wählen …</translation>
    </message>
    <message>
      <source>Choose the last picture</source>
      <translation>Das letzte Bild wählen</translation>
    </message>
    <message>
      <source>Choose the movie that goes on</source>
      <translation>Den Film wählen, der weitergeht</translation>
    </message>
    <message>
      <source>Choose the neighbours too</source>
      <translation>Nachbarn mit wählen</translation>
    </message>
    <message>
      <source>Choose the pictures</source>
      <translation>Bilder wählen</translation>
    </message>
    <message>
      <source>Choose the run to go on with</source>
      <translation>Den Lauf zum Fortsetzen wählen</translation>
    </message>
    <message>
      <source>Choose the start picture</source>
      <translation>Das Startbild wählen</translation>
    </message>
    <message>
      <source>Choose the whole region</source>
      <translation>Ganze Partie wählen</translation>
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
      <source>Click a point, or draw a frame. Shift adds, Ctrl changes. Keys: Ctrl and arrows, Return for the corners.</source>
      <translation>Einen Punkt klicken oder einen Rahmen ziehen. Umschalt fügt hinzu, Strg wechselt. Tasten: Strg und Pfeile, Return für die Ecken.</translation>
    </message>
    <message>
      <source>Click to add a pair of points, drag to move one. Keys: Return adds one in the middle of the view.</source>
      <translation>Klicken fügt ein Punktpaar hinzu, Ziehen bewegt einen. Tasten: Return fügt einen in der Mitte der Ansicht hinzu.</translation>
    </message>
    <message>
      <source>Clip</source>
      <translation>Clip</translation>
    </message>
    <message>
      <source>Clip skip</source>
      <translation>CLIP-Auslassung</translation>
    </message>
    <message>
      <source>Clips</source>
      <translation>Clips</translation>
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
      <source>Code width</source>
      <translation>Codebreite</translation>
    </message>
    <message>
      <source>Codec</source>
      <translation>Codec</translation>
    </message>
    <message>
      <source>Codes</source>
      <translation>Codes</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <source>Colour beside the picture</source>
      <translation>Farbe neben dem Bild</translation>
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
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <source>Commands and their shortcuts</source>
      <translation>Befehle und ihre Tastenkürzel</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleich</translation>
    </message>
    <message>
      <source>Compare again</source>
      <translation>Neu vergleichen</translation>
    </message>
    <message>
      <source>Compare motions before and after the tokens of step {n}</source>
      <translation>Bewegungen vor und nach den Token von Schritt {n} vergleichen</translation>
    </message>
    <message>
      <source>Compare seeds and strengths in a grid</source>
      <translation>Startwerte und Stärken in einem Raster vergleichen</translation>
    </message>
    <message>
      <source>Compare the motion before and after tokens</source>
      <translation>Bewegung vor und nach den Token vergleichen</translation>
    </message>
    <message>
      <source>Compare two pictures</source>
      <translation>Zwei Bilder vergleichen</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>Vergleichen mit</translation>
    </message>
    <message>
      <source>Compile the model</source>
      <translation>Modell kompilieren</translation>
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
      <translation>Versatz → B</translation>
    </message>
    <message>
      <source>Copy offset to {side}</source>
      <translation>Versatz → {side}</translation>
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
      <source>Copy the recipe</source>
      <translation>Rezept kopieren</translation>
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
      <source>Correct the morph's landmarks</source>
      <translation>Landmarken des Morphs korrigieren</translation>
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
      <source>Crop</source>
      <translation>Zuschneiden</translation>
    </message>
    <message>
      <source>Ctrl+Shift+K in the gallery</source>
      <translation>Strg+Umschalt+K in der Galerie</translation>
    </message>
    <message>
      <source>Cudnn</source>
      <translation>cuDNN</translation>
    </message>
    <message>
      <source>Curve point every</source>
      <translation>Kurvenpunkt alle</translation>
    </message>
    <message>
      <source>Curves</source>
      <translation>Kurven</translation>
    </message>
    <message>
      <source>Curves of the joint</source>
      <translation>Kurven des Gelenks</translation>
    </message>
    <message>
      <source>Curves of {joint}</source>
      <translation>Kurven von {joint}</translation>
    </message>
    <message>
      <source>Curves · {joint}</source>
      <translation>Kurven · {joint}</translation>
    </message>
    <message>
      <source>Cut clips</source>
      <translation>Clips ausschneiden</translation>
    </message>
    <message>
      <source>Cut the silence off both ends</source>
      <translation>Stille an beiden Enden abschneiden</translation>
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
      <source>Data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <source>Ddim</source>
      <translation>DDIM</translation>
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
      <source>Denoise blocks of frames one after another: steadier, slower, and frames are 20k - 3.</source>
      <translation>Blöcke von Frames nacheinander entrauschen: ruhiger, langsamer; Frames sind dann 20k - 3.</translation>
    </message>
    <message>
      <source>Describe the portrait</source>
      <translation>Das Portrait beschreiben</translation>
    </message>
    <message>
      <source>Describe the portrait first</source>
      <translation>Zuerst das Portrait beschreiben</translation>
    </message>
    <message>
      <source>Describe the shot</source>
      <translation>Die Szene beschreiben</translation>
    </message>
    <message>
      <source>Describe the shot first</source>
      <translation>Zuerst die Szene beschreiben</translation>
    </message>
    <message>
      <source>Describe voice</source>
      <translation>Stimme beschreiben</translation>
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
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>Device and files</source>
      <translation>Gerät und Dateien</translation>
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
      <source>Divide line</source>
      <translation>Zeile teilen</translation>
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
      <source>Down</source>
      <translation>Nach unten</translation>
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
      <source>Download · {title}</source>
      <translation>Download · {title}</translation>
    </message>
    <message>
      <source>Download …</source>
      <translation>Herunterladen …</translation>
    </message>
    <message>
      <source>Downloads</source>
      <translation>Downloads</translation>
    </message>
    <message>
      <source>Downloads allowed</source>
      <translation>Downloads erlaubt</translation>
    </message>
    <message>
      <source>Dpm</source>
      <translation>DPM</translation>
    </message>
    <message>
      <source>Dpmpp 2m</source>
      <translation>DPM++ 2M</translation>
    </message>
    <message>
      <source>Dpmpp 2m karras</source>
      <translation>DPM++ 2M Karras</translation>
    </message>
    <message>
      <source>Dpmpp 2m sde karras</source>
      <translation>DPM++ 2M SDE Karras</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <source>Draft first</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <source>Draft is quickest; best makes the smallest file of the same quality.</source>
      <translation>Entwurf ist am schnellsten; Beste macht die kleinste Datei gleicher Qualität.</translation>
    </message>
    <message>
      <source>Draft: {title}</source>
      <translation>Entwurf: {title}</translation>
    </message>
    <message>
      <source>Drag a point to change the curve; click beside a curve to add a point.</source>
      <translation>Einen Punkt ziehen, um die Kurve zu ändern; neben eine Kurve klicken, um einen Punkt hinzuzufügen.</translation>
    </message>
    <message>
      <source>Drag anywhere to move what is chosen. Keys: arrows, Shift for 10 pixels, Alt for 0.1.</source>
      <translation>Irgendwo ziehen, um das Gewählte zu bewegen. Tasten: Pfeile, Umschalt für 10 Pixel, Alt für 0,1.</translation>
    </message>
    <message>
      <source>Drag away from the middle to scale, around it to turn. Keys: Page up and down, Ctrl turns.</source>
      <translation>Von der Mitte weg ziehen skaliert, um sie herum dreht. Tasten: Bild auf und ab, Strg dreht.</translation>
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
      <source>Drag the picture. With any tool: hold Space. Keys: arrows.</source>
      <translation>Das Bild ziehen. Mit jedem Werkzeug: Leertaste halten. Tasten: Pfeile.</translation>
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
      <source>Drag to move the line</source>
      <translation>Zum Verschieben der Zeile ziehen</translation>
    </message>
    <message>
      <source>Drag: near points follow wholly, far ones a little. Keys: Return puts it at the point, arrows move.</source>
      <translation>Ziehen: nahe Punkte folgen ganz, ferne wenig. Tasten: Return setzt ihn an den Punkt, Pfeile bewegen.</translation>
    </message>
    <message>
      <source>Draw</source>
      <translation>Zeichnen</translation>
    </message>
    <message>
      <source>Draw around points. Shift adds, Alt takes out. Keys: Return for the corners, Shift+Return closes.</source>
      <translation>Um Punkte herum zeichnen. Umschalt fügt hinzu, Alt nimmt heraus. Tasten: Return für die Ecken, Umschalt+Return schließt.</translation>
    </message>
    <message>
      <source>Draw as a movie</source>
      <translation>Als Film zeichnen</translation>
    </message>
    <message>
      <source>Draw as a turning movie</source>
      <translation>Als drehenden Film zeichnen</translation>
    </message>
    <message>
      <source>Draw the landmarks or the mesh on every frame.</source>
      <translation>Landmarken oder Netz auf jeden Frame zeichnen.</translation>
    </message>
    <message>
      <source>Draw {name}</source>
      <translation>{name} zeichnen</translation>
    </message>
    <message>
      <source>Driving video</source>
      <translation>Bewegungsvideo</translation>
    </message>
    <message>
      <source>Drop a file here</source>
      <translation>Datei hierher ziehen</translation>
    </message>
    <message>
      <source>Drop a motion here</source>
      <translation>Bewegung herziehen</translation>
    </message>
    <message>
      <source>Drop a movie here</source>
      <translation>Film hierher ziehen</translation>
    </message>
    <message>
      <source>Drop a picture here</source>
      <translation>Bild hierher ziehen</translation>
    </message>
    <message>
      <source>Drop a style (LoRA) here</source>
      <translation>Stil (LoRA) hierher ziehen</translation>
    </message>
    <message>
      <source>Drop a training set here</source>
      <translation>Datensatz herziehen</translation>
    </message>
    <message>
      <source>Dutch</source>
      <translation>Niederländisch</translation>
    </message>
    <message>
      <source>EBU R128, −23 LUFS</source>
      <translation>EBU R128, −23 LUFS</translation>
    </message>
    <message>
      <source>Each becomes a band of rows of its own.</source>
      <translation>Jeder wird ein eigenes Band von Zeilen.</translation>
    </message>
    <message>
      <source>Each becomes a portrait; a morph through all of them goes on the timeline.</source>
      <translation>Jede wird ein Portrait; ein Morph durch alle kommt in die Zeitleiste.</translation>
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
      <source>Earlier on the board</source>
      <translation>Auf der Tafel nach vorn</translation>
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
      <source>Edit line</source>
      <translation>Zeile bearbeiten</translation>
    </message>
    <message>
      <source>Edit sound</source>
      <translation>Ton bearbeiten</translation>
    </message>
    <message>
      <source>Edit what made the clip</source>
      <translation>Ursprung des Clips bearbeiten</translation>
    </message>
    <message>
      <source>Edit {name}</source>
      <translation>{name} bearbeiten</translation>
    </message>
    <message>
      <source>Edited</source>
      <translation>Geändert</translation>
    </message>
    <message>
      <source>Edited ones; NAME.landmarks.json belongs to picture NAME.</source>
      <translation>Bearbeitete; NAME.landmarks.json gehört zu Bild NAME.</translation>
    </message>
    <message>
      <source>Editing …</source>
      <translation>Wird bearbeitet …</translation>
    </message>
    <message>
      <source>Effort</source>
      <translation>Aufwand</translation>
    </message>
    <message>
      <source>Eight frames are needed for tokens.</source>
      <translation>Für Token werden acht Frames gebraucht.</translation>
    </message>
    <message>
      <source>Elbows</source>
      <translation>Ellbogen</translation>
    </message>
    <message>
      <source>Emotion tags</source>
      <translation>Gefühlsmarken</translation>
    </message>
    <message>
      <source>Empty = the project's.</source>
      <translation>Leer = die des Projekts.</translation>
    </message>
    <message>
      <source>Empty takes 3 (7b: by motion), 6 (17b: by words), 1 with a LoRA.</source>
      <translation>Leer nimmt 3 (7b: durch Bewegung), 6 (17b: durch Worte), 1 mit einer LoRA.</translation>
    </message>
    <message>
      <source>Empty takes 50, for long shots 30, for drafts 12.</source>
      <translation>Leer nimmt 50, für lange Szenen 30, für Entwürfe 12.</translation>
    </message>
    <message>
      <source>Empty takes 50, or 10 with a LoRA.</source>
      <translation>Leer nimmt 50, mit einer LoRA 10.</translation>
    </message>
    <message>
      <source>Encoder</source>
      <translation>Encoder</translation>
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
      <source>English</source>
      <translation>Englisch</translation>
    </message>
    <message>
      <source>English · 24 kHz · acts emotions</source>
      <translation>Englisch · 24 kHz · spielt Gefühle</translation>
    </message>
    <message>
      <source>Enlarge by this and refine, for large pictures without doubled features; 1 is off.</source>
      <translation>Um so viel vergrößern und verfeinern, für große Bilder ohne doppelte Züge; 1 ist aus.</translation>
    </message>
    <message>
      <source>Error</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <source>Error by joint</source>
      <translation>Fehler je Gelenk</translation>
    </message>
    <message>
      <source>Estimating …</source>
      <translation>Wird geschätzt …</translation>
    </message>
    <message>
      <source>Euler</source>
      <translation>Euler</translation>
    </message>
    <message>
      <source>Euler a</source>
      <translation>Euler a</translation>
    </message>
    <message>
      <source>Every line is spoken as it stands.</source>
      <translation>Jede Zeile ist so gesprochen, wie sie steht.</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Alles</translation>
    </message>
    <message>
      <source>Everything is in the new folder and compared before anything is removed from the old one. Downloads pause meanwhile. Other programs that share these models will have to look in the new folder.</source>
      <translation>Erst wenn alles im neuen Ordner liegt und verglichen ist, wird aus dem alten etwas entfernt. Downloads sind so lange angehalten. Andere Programme, die diese Modelle mitbenutzen, müssen danach im neuen Ordner suchen.</translation>
    </message>
    <message>
      <source>Everything that can be done with it</source>
      <translation>Alles, was damit möglich ist</translation>
    </message>
    <message>
      <source>Everything that can be done with the selection</source>
      <translation>Alles, was mit der Auswahl möglich ist</translation>
    </message>
    <message>
      <source>Exact, and made for the animation models. Large, and for non-commercial research only.</source>
      <translation>Genau und für die Animationsmodelle gemacht. Groß und nur für nicht kommerzielle Forschung.</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Export</translation>
    </message>
    <message>
      <source>Export best …</source>
      <translation>Besten exportieren …</translation>
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
      <source>Export the timeline</source>
      <translation>Zeitleiste exportieren</translation>
    </message>
    <message>
      <source>Export the tokenizer of step {n} …</source>
      <translation>Tokenizer von Schritt {n} exportieren …</translation>
    </message>
    <message>
      <source>Export the tokenizer …</source>
      <translation>Tokenizer exportieren …</translation>
    </message>
    <message>
      <source>Export {name}</source>
      <translation>{name} exportieren</translation>
    </message>
    <message>
      <source>Extend</source>
      <translation>Film</translation>
    </message>
    <message>
      <source>Extract the motion</source>
      <translation>Bewegung entnehmen</translation>
    </message>
    <message>
      <source>Extractor</source>
      <translation>Verfahren</translation>
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
      <source>Face repair</source>
      <translation>Gesichtsreparatur</translation>
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
      <source>Fade</source>
      <translation>Blende</translation>
    </message>
    <message>
      <source>Fade both ends of the sound</source>
      <translation>Beide Enden des Tons blenden</translation>
    </message>
    <message>
      <source>Fade both ends over 10 ms</source>
      <translation>Beide Enden über 10 ms blenden</translation>
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
      <source>Fade in to the playhead ({n} s)</source>
      <translation>Bis zum Abspielkopf einblenden ({n} s)</translation>
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
      <source>Fade out from the playhead ({n} s)</source>
      <translation>Ab dem Abspielkopf ausblenden ({n} s)</translation>
    </message>
    <message>
      <source>Fade the ends</source>
      <translation>Enden blenden</translation>
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
      <source>Faster; off needs less memory where there is guidance.</source>
      <translation>Schneller; aus braucht weniger Speicher, wo es Führung gibt.</translation>
    </message>
    <message>
      <source>Feet</source>
      <translation>Füße</translation>
    </message>
    <message>
      <source>Fewer</source>
      <translation>Weniger</translation>
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
      <source>Files or ids, each with its own strength.</source>
      <translation>Dateien oder IDs, jede mit eigener Stärke.</translation>
    </message>
    <message>
      <source>Fill frames without a person; off makes them an error.</source>
      <translation>Frames ohne Person füllen; aus macht sie zum Fehler.</translation>
    </message>
    <message>
      <source>Fill gaps</source>
      <translation>Lücken füllen</translation>
    </message>
    <message>
      <source>Fill gaps of the motion</source>
      <translation>Lücken der Bewegung füllen</translation>
    </message>
    <message>
      <source>Fill gaps, mirror, fit, speed, loop</source>
      <translation>Lücken füllen, spiegeln, anpassen, Tempo, Schleife</translation>
    </message>
    <message>
      <source>Film</source>
      <translation>Film</translation>
    </message>
    <message>
      <source>Films of faces and people, made on your own computer.</source>
      <translation>Filme von Gesichtern und Menschen, auf dem eigenen Rechner gemacht.</translation>
    </message>
    <message>
      <source>Final Cut XML</source>
      <translation>Final Cut XML</translation>
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
      <source>First frame</source>
      <translation>Erster Frame</translation>
    </message>
    <message>
      <source>First picture</source>
      <translation>Erstes Bild</translation>
    </message>
    <message>
      <source>First, last</source>
      <translation>Anfang, Ende</translation>
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
      <source>Fit the model into the card as needed; off keeps all of it there.</source>
      <translation>Das Modell nach Bedarf in die Karte bringen; aus behält es ganz dort.</translation>
    </message>
    <message>
      <source>Fit the motion to the reference picture</source>
      <translation>Bewegung an das Referenzbild anpassen</translation>
    </message>
    <message>
      <source>Fit the picture</source>
      <translation>Bild einpassen</translation>
    </message>
    <message>
      <source>Fit the reference</source>
      <translation>An Referenz anpassen</translation>
    </message>
    <message>
      <source>Fit to the picture</source>
      <translation>An das Bild anpassen</translation>
    </message>
    <message>
      <source>Fit to the reference picture</source>
      <translation>An das Referenzbild anpassen</translation>
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
      <source>Flash</source>
      <translation>Flash</translation>
    </message>
    <message>
      <source>Flash3</source>
      <translation>Flash 3</translation>
    </message>
    <message>
      <source>Float16</source>
      <translation>float16</translation>
    </message>
    <message>
      <source>Float32</source>
      <translation>float32</translation>
    </message>
    <message>
      <source>Flow shift</source>
      <translation>Flussverschiebung</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
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
      <source>For 17b; FusionX works in 10 steps without guidance.</source>
      <translation>Für 17b; FusionX arbeitet in 10 Schritten ohne Führung.</translation>
    </message>
    <message>
      <source>For 7b; 17b always uses Euler on the flow.</source>
      <translation>Für 7b; 17b nimmt immer Euler auf dem Fluss.</translation>
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
      <source>For Wan models, each with its own strength.</source>
      <translation>Für Wan-Modelle, jeder mit eigener Stärke.</translation>
    </message>
    <message>
      <source>For every project</source>
      <translation>Für alle Projekte</translation>
    </message>
    <message>
      <source>For long shots: one for each window after the first; the last one holds to the end.</source>
      <translation>Für lange Szenen: je einer für die Abschnitte nach dem ersten; der letzte gilt bis zum Ende.</translation>
    </message>
    <message>
      <source>For pickles, which have none of their own.</source>
      <translation>Für Pickle-Dateien, die keine eigene haben.</translation>
    </message>
    <message>
      <source>Forget</source>
      <translation>Vergessen</translation>
    </message>
    <message>
      <source>Forget all of them</source>
      <translation>Alle vergessen</translation>
    </message>
    <message>
      <source>Found by another detector</source>
      <translation>Von einer anderen Erkennung gefunden</translation>
    </message>
    <message>
      <source>Fp8</source>
      <translation>FP8</translation>
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
      <source>Frame rate of the file</source>
      <translation>Bildrate der Datei</translation>
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
      <source>Frames made in one go; 0 takes what the model was trained on (97, or 121 for 720p).</source>
      <translation>Frames in einem Zug; 0 nimmt, worauf das Modell trainiert wurde (97, bei 720p 121).</translation>
    </message>
    <message>
      <source>Frames of the morph</source>
      <translation>Frames des Morphs</translation>
    </message>
    <message>
      <source>Frames that two windows share so that the movement goes on, 4k + 1; 17 or 37 are usual.</source>
      <translation>Frames, die zwei Abschnitte teilen, damit die Bewegung weitergeht, 4k + 1; üblich sind 17 oder 37.</translation>
    </message>
    <message>
      <source>Free software under the Apache License 2.0. Icons by Lucide (ISC).</source>
      <translation>Freie Software unter der Apache-Lizenz 2.0. Symbole von Lucide (ISC).</translation>
    </message>
    <message>
      <source>French</source>
      <translation>Französisch</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <source>From a day to a day</source>
      <translation>Von Tag bis Tag</translation>
    </message>
    <message>
      <source>From here on the rate is a twentieth.</source>
      <translation>Ab hier beträgt die Rate ein Zwanzigstel.</translation>
    </message>
    <message>
      <source>From which side</source>
      <translation>Von welcher Seite</translation>
    </message>
    <message>
      <source>From {a} to {b} frames</source>
      <translation>Von {a} bis {b} Frames</translation>
    </message>
    <message>
      <source>From, to</source>
      <translation>Von, bis</translation>
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
      <source>Gaps and sentences</source>
      <translation>Pausen und Sätze</translation>
    </message>
    <message>
      <source>German</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <source>Get Maya1 …</source>
      <translation>Maya1 holen …</translation>
    </message>
    <message>
      <source>Get …</source>
      <translation>Holen …</translation>
    </message>
    <message>
      <source>Gif</source>
      <translation>GIF</translation>
    </message>
    <message>
      <source>Give the timeline to another program; OpenTimelineIO keeps every recipe in it.</source>
      <translation>Die Zeitleiste an ein anderes Programm geben; OpenTimelineIO behält alle Rezepte.</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>Go on from</source>
      <translation>Fortsetzen ab</translation>
    </message>
    <message>
      <source>Go on from the newest saved state in the folder, to the exact numbers.</source>
      <translation>Vom neuesten gesicherten Stand im Ordner fortsetzen, auf die Zahl genau.</translation>
    </message>
    <message>
      <source>Go on placing</source>
      <translation>Weiter setzen</translation>
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
      <source>Go on with training</source>
      <translation>Training fortsetzen</translation>
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
      <source>Grey</source>
      <translation>Grau</translation>
    </message>
    <message>
      <source>Grid</source>
      <translation>Raster</translation>
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
      <source>Guidance</source>
      <translation>Führung</translation>
    </message>
    <message>
      <source>H264</source>
      <translation>H.264</translation>
    </message>
    <message>
      <source>HQ</source>
      <translation>HQ</translation>
    </message>
    <message>
      <source>Hair</source>
      <translation>Haar</translation>
    </message>
    <message>
      <source>Half the size, few steps: shows early how the shot of this seed will move.</source>
      <translation>Halbe Größe, wenige Schritte: zeigt früh, wie sich die Szene mit diesem Startwert bewegt.</translation>
    </message>
    <message>
      <source>Hands</source>
      <translation>Hände</translation>
    </message>
    <message>
      <source>Harder brush</source>
      <translation>Härterer Pinsel</translation>
    </message>
    <message>
      <source>Head</source>
      <translation>Kopf</translation>
    </message>
    <message>
      <source>Hear lines while they are spoken</source>
      <translation>Zeilen hören, während sie entstehen</translation>
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
      <translation>Hier</translation>
    </message>
    <message>
      <source>Here, not checked</source>
      <translation>Vorhanden, ungeprüft</translation>
    </message>
    <message>
      <source>Heun</source>
      <translation>Heun</translation>
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
      <source>Hide the settings</source>
      <translation>Werte ausblenden</translation>
    </message>
    <message>
      <source>Hide track</source>
      <translation>Spur ausblenden</translation>
    </message>
    <message>
      <source>Hips</source>
      <translation>Hüften</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>Hold</source>
      <translation>Halten</translation>
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
      <source>Holds NAME.txt files; empty = your own.</source>
      <translation>Enthält Dateien NAME.txt; leer = die eigenen.</translation>
    </message>
    <message>
      <source>How a word is said, such as Søren=SUR-en; it is put in its place before speaking.</source>
      <translation>Wie ein Wort klingt, etwa Søren=SUR-en; es ersetzt das Wort vor dem Sprechen.</translation>
    </message>
    <message>
      <source>How closely the words are followed, 5 to 8 is usual; 1 and below are off, as Turbo wants.</source>
      <translation>Wie genau den Worten gefolgt wird, üblich sind 5 bis 8; 1 und darunter ist aus, wie Turbo es will.</translation>
    </message>
    <message>
      <source>How closely words are followed; empty takes 6, from a picture 5. 1 is off and twice as fast.</source>
      <translation>Wie genau den Worten gefolgt wird; leer nimmt 6, aus einem Bild 5. 1 ist aus und doppelt so schnell.</translation>
    </message>
    <message>
      <source>How far both pictures are apart on the mesh</source>
      <translation>Wie weit beide Bilder auf dem Netz auseinanderliegen</translation>
    </message>
    <message>
      <source>How it is said</source>
      <translation>Wie es klingt</translation>
    </message>
    <message>
      <source>How long each morph takes.</source>
      <translation>Wie lange jeder Morph dauert.</translation>
    </message>
    <message>
      <source>How long each portrait stands.</source>
      <translation>Wie lange jedes Portrait steht.</translation>
    </message>
    <message>
      <source>How long one picture takes to become the next.</source>
      <translation>Wie lange ein Bild braucht, um zum nächsten zu werden.</translation>
    </message>
    <message>
      <source>How long the shot is; the last frame is shown as long as the others.</source>
      <translation>Wie lang die Szene ist; der letzte Frame steht so lange wie die anderen.</translation>
    </message>
    <message>
      <source>How long the steps stay at strong noise; empty takes 8, from a picture 5 (3 is also good).</source>
      <translation>Wie lange die Schritte bei starkem Rauschen bleiben; leer nimmt 8, aus einem Bild 5 (3 ist auch gut).</translation>
    </message>
    <message>
      <source>How many times</source>
      <translation>Wie oft</translation>
    </message>
    <message>
      <source>How many times this is put into the queue, each with its own seed</source>
      <translation>Wie oft dies in die Warteschlange kommt, jedes Mal mit eigenem Startwert</translation>
    </message>
    <message>
      <source>How much face repair may change.</source>
      <translation>Wie viel die Gesichtsreparatur ändern darf.</translation>
    </message>
    <message>
      <source>How much of the motion is used.</source>
      <translation>Wie viel von der Bewegung verwendet wird.</translation>
    </message>
    <message>
      <source>How much the second pass may change.</source>
      <translation>Wie viel der zweite Durchgang ändern darf.</translation>
    </message>
    <message>
      <source>How much the whole motion is smoothed; it is shown at once.</source>
      <translation>Wie stark die ganze Bewegung geglättet wird; sofort zu sehen.</translation>
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
      <source>How the model is fitted into the graphics card; auto: as needed.</source>
      <translation>Wie das Modell in die Grafikkarte gebracht wird; automatisch: nach Bedarf.</translation>
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
      <source>How this line is spoken, in place of its speaker's voice. Empty takes the speaker's.</source>
      <translation>Wie diese Zeile gesprochen wird, statt mit der Stimme ihres Sprechers. Leer nimmt die des Sprechers.</translation>
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
      <source>Import {name}</source>
      <translation>{name} importieren</translation>
    </message>
    <message>
      <source>In out</source>
      <translation>In bis Out</translation>
    </message>
    <message>
      <source>In this project</source>
      <translation>In diesem Projekt</translation>
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
      <source>Inner width</source>
      <translation>Innere Breite</translation>
    </message>
    <message>
      <source>Insert {tag}</source>
      <translation>{tag} einfügen</translation>
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
      <source>Installed · {size} · licence: {licence}</source>
      <translation>Installiert · {size} · Lizenz: {licence}</translation>
    </message>
    <message>
      <source>Int8</source>
      <translation>8 Bit</translation>
    </message>
    <message>
      <source>Intel graphics · tested</source>
      <translation>Intel-Grafik · getestet</translation>
    </message>
    <message>
      <source>Interrupted</source>
      <translation>Unterbrochen</translation>
    </message>
    <message>
      <source>Interrupted at: {where}</source>
      <translation>Unterbrochen bei: {where}</translation>
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
      <source>It needs about {needs} of memory.</source>
      <translation>Braucht etwa {needs} Speicher.</translation>
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
      <source>It was stopped.</source>
      <translation>Es wurde angehalten.</translation>
    </message>
    <message>
      <source>Italian</source>
      <translation>Italienisch</translation>
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
      <source>Japanese</source>
      <translation>Japanisch</translation>
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
      <source>Join lines</source>
      <translation>Zeilen verbinden</translation>
    </message>
    <message>
      <source>Joint</source>
      <translation>Gelenk</translation>
    </message>
    <message>
      <source>Joints</source>
      <translation>Gelenke</translation>
    </message>
    <message>
      <source>Keep as it is</source>
      <translation>So lassen</translation>
    </message>
    <message>
      <source>Keep for every project</source>
      <translation>Für alle Projekte behalten</translation>
    </message>
    <message>
      <source>Keep it</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Keep pictures</source>
      <translation>Bilder behalten</translation>
    </message>
    <message>
      <source>Keep settings in pictures</source>
      <translation>Werte in Bildern behalten</translation>
    </message>
    <message>
      <source>Keep the last frame</source>
      <translation>Letzten Frame behalten</translation>
    </message>
    <message>
      <source>Keep the queue paused</source>
      <translation>Warteschlange halten</translation>
    </message>
    <message>
      <source>Keep the selection only</source>
      <translation>Nur die Auswahl behalten</translation>
    </message>
    <message>
      <source>Keep them</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Keep this voice</source>
      <translation>Diese Stimme behalten</translation>
    </message>
    <message>
      <source>Keep this voice …</source>
      <translation>Diese Stimme behalten …</translation>
    </message>
    <message>
      <source>Keep transparency</source>
      <translation>Transparenz behalten</translation>
    </message>
    <message>
      <source>Keep what lies between the two lines; I and O set them.</source>
      <translation>Behalten, was zwischen den zwei Linien liegt; I und O setzen sie.</translation>
    </message>
    <message>
      <source>Keep when stopped</source>
      <translation>Beim Anhalten behalten</translation>
    </message>
    <message>
      <source>Keeps</source>
      <translation>Behält</translation>
    </message>
    <message>
      <source>Kept in the system's key store</source>
      <translation>Im Schlüsselspeicher des Systems</translation>
    </message>
    <message>
      <source>Kept unseen</source>
      <translation>Bleibt ungesehen</translation>
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
      <source>Knees</source>
      <translation>Knie</translation>
    </message>
    <message>
      <source>LT</source>
      <translation>LT</translation>
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
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Language not said</source>
      <translation>Sprache nicht angegeben</translation>
    </message>
    <message>
      <source>Large voice</source>
      <translation>Große Stimme</translation>
    </message>
    <message>
      <source>Large, outlined</source>
      <translation>Groß, umrandet</translation>
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
      <source>Last</source>
      <translation>Letztes</translation>
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
      <source>Last picture</source>
      <translation>Letztes Bild</translation>
    </message>
    <message>
      <source>Last week</source>
      <translation>Letzte Woche</translation>
    </message>
    <message>
      <source>Later on the board</source>
      <translation>Auf der Tafel nach hinten</translation>
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
      <source>Layers of the text encoders left out beyond the usual.</source>
      <translation>Schichten der Text-Encoder, die über das Übliche hinaus ausgelassen werden.</translation>
    </message>
    <message>
      <source>Lcm</source>
      <translation>LCM</translation>
    </message>
    <message>
      <source>Learning</source>
      <translation>Lernen</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>Leave the landmark editor</source>
      <translation>Landmarken-Editor verlassen</translation>
    </message>
    <message>
      <source>Leave them where they are</source>
      <translation>Lassen, wo sie sind</translation>
    </message>
    <message>
      <source>Leave without the corrections</source>
      <translation>Ohne die Korrekturen verlassen</translation>
    </message>
    <message>
      <source>Leave {name} out</source>
      <translation>{name} auslassen</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>Links</translation>
    </message>
    <message>
      <source>Left ankle</source>
      <translation>Knöchel links</translation>
    </message>
    <message>
      <source>Left collar</source>
      <translation>Schlüsselbein links</translation>
    </message>
    <message>
      <source>Left elbow</source>
      <translation>Ellbogen links</translation>
    </message>
    <message>
      <source>Left eye</source>
      <translation>Auge links</translation>
    </message>
    <message>
      <source>Left eyebrow</source>
      <translation>Braue links</translation>
    </message>
    <message>
      <source>Left foot</source>
      <translation>Fuß links</translation>
    </message>
    <message>
      <source>Left hand</source>
      <translation>Hand links</translation>
    </message>
    <message>
      <source>Left hip</source>
      <translation>Hüfte links</translation>
    </message>
    <message>
      <source>Left knee</source>
      <translation>Knie links</translation>
    </message>
    <message>
      <source>Left shoulder</source>
      <translation>Schulter links</translation>
    </message>
    <message>
      <source>Left wrist</source>
      <translation>Handgelenk links</translation>
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
      <source>Length at {rate} fps</source>
      <translation>Länge bei {rate} fps</translation>
    </message>
    <message>
      <source>Length of the clips</source>
      <translation>Länge der Clips</translation>
    </message>
    <message>
      <source>Level the sound for the web</source>
      <translation>Ton für das Web pegeln</translation>
    </message>
    <message>
      <source>Level the sound to a loudness</source>
      <translation>Ton auf eine Lautheit pegeln</translation>
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
      <source>Licence: {licence}.</source>
      <translation>Lizenz: {licence}.</translation>
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
      <source>Line {n}</source>
      <translation>Zeile {n}</translation>
    </message>
    <message>
      <source>Line {n} · take {take}</source>
      <translation>Zeile {n} · Aufnahme {take}</translation>
    </message>
    <message>
      <source>Line {n}: the built-in voice leaves emotion tags out; Maya1 acts them.</source>
      <translation>Zeile {n}: die eingebaute Stimme lässt Gefühlsmarken aus; Maya1 spielt sie.</translation>
    </message>
    <message>
      <source>Line {n}: {words}</source>
      <translation>Zeile {n}: {words}</translation>
    </message>
    <message>
      <source>Line {n}: “{tag}” is no emotion tag.</source>
      <translation>Zeile {n}: „{tag}“ ist keine Gefühlsmarke.</translation>
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
      <source>LoRA</source>
      <translation>LoRA</translation>
    </message>
    <message>
      <source>LoRA strength</source>
      <translation>LoRA-Stärke</translation>
    </message>
    <message>
      <source>Lock the chosen regions</source>
      <translation>Gewählte Partien sperren</translation>
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
      <source>Look at a run in another folder …</source>
      <translation>Lauf in anderem Ordner ansehen …</translation>
    </message>
    <message>
      <source>Look for a new version</source>
      <translation>Nach neuer Version suchen</translation>
    </message>
    <message>
      <source>Look from the driving video's side</source>
      <translation>Von der Seite des Bewegungsvideos ansehen</translation>
    </message>
    <message>
      <source>Look no more in {folder}</source>
      <translation>Nicht mehr in {folder} suchen</translation>
    </message>
    <message>
      <source>Look of the subtitles</source>
      <translation>Aussehen der Untertitel</translation>
    </message>
    <message>
      <source>Looking at the store …</source>
      <translation>Modellablage wird gelesen …</translation>
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
      <source>Loop, there and back</source>
      <translation>Schleife, hin und zurück</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Verlust</translation>
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
      <source>Loudness now and target</source>
      <translation>Lautheit, jetzt und Ziel</translation>
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
      <source>Lower spine</source>
      <translation>Rücken unten</translation>
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
      <translation>MP4 · am kleinsten</translation>
    </message>
    <message>
      <source>MTVCrafter 17B</source>
      <translation>MTVCrafter 17B</translation>
    </message>
    <message>
      <source>MTVCrafter 7B</source>
      <translation>MTVCrafter 7B</translation>
    </message>
    <message>
      <source>Made</source>
      <translation>Erstellt</translation>
    </message>
    <message>
      <source>Made by build-dataset.</source>
      <translation>Mit build-dataset erstellt.</translation>
    </message>
    <message>
      <source>Made by rule</source>
      <translation>Nach Regeln erzeugt</translation>
    </message>
    <message>
      <source>Made here</source>
      <translation>Hier erstellt</translation>
    </message>
    <message>
      <source>Made motions</source>
      <translation>Erzeugte Bewegungen</translation>
    </message>
    <message>
      <source>Made with</source>
      <translation>Erstellt mit</translation>
    </message>
    <message>
      <source>Main store</source>
      <translation>Hauptablage</translation>
    </message>
    <message>
      <source>Make a board of the selection</source>
      <translation>Tafel aus der Auswahl anlegen</translation>
    </message>
    <message>
      <source>Make a morph</source>
      <translation>Morph erstellen</translation>
    </message>
    <message>
      <source>Make a new take</source>
      <translation>Neue Aufnahme erstellen</translation>
    </message>
    <message>
      <source>Make a shot</source>
      <translation>Szene erstellen</translation>
    </message>
    <message>
      <source>Make a shot of this</source>
      <translation>Szene daraus erstellen</translation>
    </message>
    <message>
      <source>Make a variation of this picture.</source>
      <translation>Eine Variante dieses Bildes erstellen.</translation>
    </message>
    <message>
      <source>Make a voice</source>
      <translation>Stimme erstellen</translation>
    </message>
    <message>
      <source>Make again as it was</source>
      <translation>Genau so noch einmal erstellen</translation>
    </message>
    <message>
      <source>Make an animation</source>
      <translation>Animation erstellen</translation>
    </message>
    <message>
      <source>Make each face again at a higher resolution and set it in.</source>
      <translation>Jedes Gesicht in höherer Auflösung neu erstellen und einsetzen.</translation>
    </message>
    <message>
      <source>Make grid</source>
      <translation>Raster erstellen</translation>
    </message>
    <message>
      <source>Make it longer by one window</source>
      <translation>Um einen Abschnitt verlängern</translation>
    </message>
    <message>
      <source>Make pictures</source>
      <translation>Bilder erstellen</translation>
    </message>
    <message>
      <source>Make portraits</source>
      <translation>Portraits erstellen</translation>
    </message>
    <message>
      <source>Make series</source>
      <translation>Serie erstellen</translation>
    </message>
    <message>
      <source>Make shot</source>
      <translation>Erstellen</translation>
    </message>
    <message>
      <source>Make {n} picture</source>
      <translation>{n} Bild erstellen</translation>
    </message>
    <message>
      <source>Make {n} pictures</source>
      <translation>{n} Bilder erstellen</translation>
    </message>
    <message>
      <source>Make {n} portrait</source>
      <translation>{n} Portrait erstellen</translation>
    </message>
    <message>
      <source>Make {n} portraits</source>
      <translation>{n} Portraits erstellen</translation>
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
      <source>Marker</source>
      <translation>Marker</translation>
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
      <source>Maya1 · final</source>
      <translation>Maya1 · final</translation>
    </message>
    <message>
      <source>Maya1, for the final</source>
      <translation>Maya1, für die Endfassung</translation>
    </message>
    <message>
      <source>Measure errors every</source>
      <translation>Fehler messen alle</translation>
    </message>
    <message>
      <source>MediaPipe</source>
      <translation>MediaPipe</translation>
    </message>
    <message>
      <source>Medium, outlined</source>
      <translation>Mittel, umrandet</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>Speicher</translation>
    </message>
    <message>
      <source>Memory and speed</source>
      <translation>Speicher und Tempo</translation>
    </message>
    <message>
      <source>Memory of the engine</source>
      <translation>Speicher der Engine</translation>
    </message>
    <message>
      <source>Memory of the graphics card</source>
      <translation>Speicher der Grafikkarte</translation>
    </message>
    <message>
      <source>Memory plan</source>
      <translation>Speicherplan</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>Menü</translation>
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
      <source>Middle spine</source>
      <translation>Rücken Mitte</translation>
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
      <source>Mirror the motion</source>
      <translation>Bewegung spiegeln</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Model and memory</source>
      <translation>Modell und Speicher</translation>
    </message>
    <message>
      <source>Model file</source>
      <translation>Modelldatei</translation>
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
      <source>Momentary at most {m} LUFS, short-term {s} LUFS, peak {p} dBTP.</source>
      <translation>Momentan höchstens {m} LUFS, kurzzeitig {s} LUFS, Spitze {p} dBTP.</translation>
    </message>
    <message>
      <source>More filters</source>
      <translation>Weitere Filter</translation>
    </message>
    <message>
      <source>More for this line</source>
      <translation>Mehr zu dieser Zeile</translation>
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
      <source>More prompts</source>
      <translation>Weitere Prompts</translation>
    </message>
    <message>
      <source>More …</source>
      <translation>Mehr …</translation>
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
      <translation>Morphs, Landmarken</translation>
    </message>
    <message>
      <source>Morphs, timeline, export</source>
      <translation>Morphs, Zeitleiste, Export</translation>
    </message>
    <message>
      <source>Motion</source>
      <translation>Bewegung</translation>
    </message>
    <message>
      <source>Motion files and driving videos can be dropped on the library.</source>
      <translation>Bewegungsdateien und Bewegungsvideos lassen sich auf die Liste ziehen.</translation>
    </message>
    <message>
      <source>Motion from</source>
      <translation>Bewegung ab</translation>
    </message>
    <message>
      <source>Motion from a video</source>
      <translation>Bewegung aus einem Video</translation>
    </message>
    <message>
      <source>Motion from a video …</source>
      <translation>Aus einem Video …</translation>
    </message>
    <message>
      <source>Motion library</source>
      <translation>Bewegungen</translation>
    </message>
    <message>
      <source>Motion number</source>
      <translation>Bewegung Nr.</translation>
    </message>
    <message>
      <source>Motion of {name}</source>
      <translation>Bewegung von {name}</translation>
    </message>
    <message>
      <source>Motion strength</source>
      <translation>Stärke der Bewegung</translation>
    </message>
    <message>
      <source>Motion tokens · {name}</source>
      <translation>Bewegungstoken · {name}</translation>
    </message>
    <message>
      <source>Motion until</source>
      <translation>Bewegung bis</translation>
    </message>
    <message>
      <source>Motions</source>
      <translation>Bewegungen</translation>
    </message>
    <message>
      <source>Motions that you take from a video or drop here appear in this list.</source>
      <translation>Aus einem Video entnommene oder hergezogene Bewegungen erscheinen in dieser Liste.</translation>
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
      <source>Move a key</source>
      <translation>Schlüsselbild bewegen</translation>
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
      <source>Move down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <source>Move every model into another folder</source>
      <translation>Alle Modelle in einen anderen Ordner verschieben</translation>
    </message>
    <message>
      <source>Move key point</source>
      <translation>Schlüsselpunkt bewegen</translation>
    </message>
    <message>
      <source>Move line</source>
      <translation>Zeile verschieben</translation>
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
      <source>Move the line down</source>
      <translation>Zeile nach unten</translation>
    </message>
    <message>
      <source>Move the line up</source>
      <translation>Zeile nach oben</translation>
    </message>
    <message>
      <source>Move the models</source>
      <translation>Modelle verschieben</translation>
    </message>
    <message>
      <source>Move the models into this folder</source>
      <translation>Modelle in diesen Ordner verschieben</translation>
    </message>
    <message>
      <source>Move the nearest marker here</source>
      <translation>Nächsten Marker hierher bewegen</translation>
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
      <source>Move up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <source>Move what hangs on the joint too</source>
      <translation>Mitbewegen, was am Gelenk hängt</translation>
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
      <source>Move {size} of models to “{folder}”?</source>
      <translation>Modelle ({size}) nach „{folder}“ verschieben?</translation>
    </message>
    <message>
      <source>Move …</source>
      <translation>Umzug …</translation>
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
      <source>Movie of a motion</source>
      <translation>Film einer Bewegung</translation>
    </message>
    <message>
      <source>Movie to go on from</source>
      <translation>Film zum Fortsetzen</translation>
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
      <source>NLF</source>
      <translation>NLF</translation>
    </message>
    <message>
      <source>NVIDIA card · tested</source>
      <translation>NVIDIA-Karte · getestet</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name and colour the marker</source>
      <translation>Name und Farbe des Markers</translation>
    </message>
    <message>
      <source>Name and colour the marker …</source>
      <translation>Name und Farbe des Markers …</translation>
    </message>
    <message>
      <source>Name of the board</source>
      <translation>Name der Tafel</translation>
    </message>
    <message>
      <source>Name of the preset</source>
      <translation>Name der Vorgabe</translation>
    </message>
    <message>
      <source>Name of the voice</source>
      <translation>Name der Stimme</translation>
    </message>
    <message>
      <source>Name script</source>
      <translation>Skript benennen</translation>
    </message>
    <message>
      <source>Name the script</source>
      <translation>Skript benennen</translation>
    </message>
    <message>
      <source>Name the script …</source>
      <translation>Skript benennen …</translation>
    </message>
    <message>
      <source>Name, length …</source>
      <translation>Name, Länge …</translation>
    </message>
    <message>
      <source>Name, purpose, licence …</source>
      <translation>Name, Zweck, Lizenz …</translation>
    </message>
    <message>
      <source>Names of saved texts that are put around the prompt.</source>
      <translation>Namen gesicherter Texte, die um den Prompt gelegt werden.</translation>
    </message>
    <message>
      <source>Narrator</source>
      <translation>Erzähler</translation>
    </message>
    <message>
      <source>Native</source>
      <translation>Nativ</translation>
    </message>
    <message>
      <source>Neck</source>
      <translation>Hals</translation>
    </message>
    <message>
      <source>Neck and collar</source>
      <translation>Hals und Kragen</translation>
    </message>
    <message>
      <source>Needs less:</source>
      <translation>Braucht weniger:</translation>
    </message>
    <message>
      <source>Needs you</source>
      <translation>Braucht eine Antwort</translation>
    </message>
    <message>
      <source>Negative prompt</source>
      <translation>Negativer Prompt</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>Netzwerk</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>New board</source>
      <translation>Neue Tafel</translation>
    </message>
    <message>
      <source>New project</source>
      <translation>Neues Projekt</translation>
    </message>
    <message>
      <source>New shortcut</source>
      <translation>Neues Tastenkürzel</translation>
    </message>
    <message>
      <source>New take</source>
      <translation>Neue Aufnahme</translation>
    </message>
    <message>
      <source>New take of line {n}</source>
      <translation>Neue Aufnahme von Zeile {n}</translation>
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
      <source>Next keyframe of {name}</source>
      <translation>Nächstes Schlüsselbild von {name}</translation>
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
      <source>No description</source>
      <translation>Keine Beschreibung</translation>
    </message>
    <message>
      <source>No driving video</source>
      <translation>Kein Bewegungsvideo</translation>
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
      <source>No face was found in “{name}”. Nothing was changed.</source>
      <translation>In „{name}“ wurde kein Gesicht gefunden. Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>No graphics card here writes this codec.</source>
      <translation>Keine Grafikkarte hier schreibt diesen Codec.</translation>
    </message>
    <message>
      <source>No line is spoken yet, so there are no times to write. Speak the script first.</source>
      <translation>Noch ist keine Zeile gesprochen, also gibt es keine Zeiten. Zuerst das Skript sprechen.</translation>
    </message>
    <message>
      <source>No line of the script is spoken yet.</source>
      <translation>Noch keine Zeile des Skripts ist gesprochen.</translation>
    </message>
    <message>
      <source>No mark</source>
      <translation>Keine Marke</translation>
    </message>
    <message>
      <source>No microphone was found. Connect one, or allow Portraits to use it, and try again.</source>
      <translation>Kein Mikrofon gefunden. Eines anschließen oder Portraits den Zugriff erlauben und noch einmal versuchen.</translation>
    </message>
    <message>
      <source>No model is like that.</source>
      <translation>Kein Modell passt dazu.</translation>
    </message>
    <message>
      <source>No more files are added; those that have come in stay.</source>
      <translation>Es kommen keine weiteren Dateien hinzu; die bisherigen bleiben.</translation>
    </message>
    <message>
      <source>No reference yet</source>
      <translation>Noch keine Referenz</translation>
    </message>
    <message>
      <source>No setting is like that.</source>
      <translation>Keine Einstellung passt dazu.</translation>
    </message>
    <message>
      <source>No shortcut</source>
      <translation>Kein Kürzel</translation>
    </message>
    <message>
      <source>No sound output was found, so films play silently.</source>
      <translation>Keine Tonausgabe gefunden; Filme laufen ohne Ton.</translation>
    </message>
    <message>
      <source>No sound output was found, so voices are made silently.</source>
      <translation>Keine Tonausgabe gefunden; Stimmen entstehen ohne Mithören.</translation>
    </message>
    <message>
      <source>No source is in both</source>
      <translation>Keine Quelle ist in beiden</translation>
    </message>
    <message>
      <source>No speaker</source>
      <translation>Kein Sprecher</translation>
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
      <source>No unseen motions: errors are not measured</source>
      <translation>Keine ungesehenen Bewegungen: Fehler werden nicht gemessen</translation>
    </message>
    <message>
      <source>Noise on the overlap</source>
      <translation>Rauschen auf der Überlappung</translation>
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
      <source>Normalise</source>
      <translation>Normalisieren</translation>
    </message>
    <message>
      <source>Nose</source>
      <translation>Nase</translation>
    </message>
    <message>
      <source>Not below the aim of 30 mm yet</source>
      <translation>Noch nicht unter dem Ziel von 30 mm</translation>
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
      <source>Not on this computer</source>
      <translation>Nicht auf diesem Rechner</translation>
    </message>
    <message>
      <source>Not saved</source>
      <translation>Nicht gesichert</translation>
    </message>
    <message>
      <source>Not spoken yet</source>
      <translation>Noch nicht gesprochen</translation>
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
      <source>Nothing is kept</source>
      <translation>Nichts gespeichert</translation>
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
      <source>Nothing lies on this board. Drag results on its name, or choose “Put on board” in their menu.</source>
      <translation>Auf dieser Tafel liegt nichts. Ergebnisse auf ihren Namen ziehen oder in deren Menü „Auf Tafel legen“ wählen.</translation>
    </message>
    <message>
      <source>Nothing running</source>
      <translation>Nichts läuft</translation>
    </message>
    <message>
      <source>Nothing so far.</source>
      <translation>Bisher nichts.</translation>
    </message>
    <message>
      <source>Nothing was heard, so nothing was recorded.</source>
      <translation>Es war nichts zu hören; nichts wurde aufgezeichnet.</translation>
    </message>
    <message>
      <source>Nothing was measured yet.</source>
      <translation>Noch wurde nichts gemessen.</translation>
    </message>
    <message>
      <source>Nothing yet</source>
      <translation>Noch nichts</translation>
    </message>
    <message>
      <source>Number format</source>
      <translation>Zahlenformat</translation>
    </message>
    <message>
      <source>Nvenc</source>
      <translation>NVENC</translation>
    </message>
    <message>
      <source>Of burnt-in subtitles, as a part of the shorter side.</source>
      <translation>Eingebrannter Untertitel, als Anteil der kürzeren Seite.</translation>
    </message>
    <message>
      <source>Of each step and process.</source>
      <translation>Je Schritt und Prozess.</translation>
    </message>
    <message>
      <source>Of the built-in voice; 1 is its own pace.</source>
      <translation>Der eingebauten Stimme; 1 ist ihr eigenes Tempo.</translation>
    </message>
    <message>
      <source>Of the subtitles, as three letters (ISO 639-2), such as eng; empty leaves it open.</source>
      <translation>Der Untertitel, als drei Buchstaben (ISO 639-2) wie eng; leer lässt sie offen.</translation>
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
      <source>One portrait for each variation, and a morph through them.</source>
      <translation>Ein Portrait je Variante und ein Morph durch alle.</translation>
    </message>
    <message>
      <source>One project is open at a time; the first one was opened.</source>
      <translation>Es ist immer nur ein Projekt offen; das erste wurde geöffnet.</translation>
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
      <source>Open a timeline of another program</source>
      <translation>Zeitleiste eines anderen Programms öffnen</translation>
    </message>
    <message>
      <source>Open its page</source>
      <translation>Seite öffnen</translation>
    </message>
    <message>
      <source>Open subtitles</source>
      <translation>Untertitel öffnen</translation>
    </message>
    <message>
      <source>Open subtitles …</source>
      <translation>Untertitel öffnen …</translation>
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
      <source>Open timeline …</source>
      <translation>Zeitleiste öffnen …</translation>
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
      <source>OpenTimelineIO or Final Cut XML</source>
      <translation>OpenTimelineIO oder Final Cut XML</translation>
    </message>
    <message>
      <source>OpenTimelineIO, EDL …</source>
      <translation>OpenTimelineIO, EDL …</translation>
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
      <source>Or drop subtitles or sounds here.</source>
      <translation>Oder Untertitel oder Töne hierher ziehen.</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Reihenfolge</translation>
    </message>
    <message>
      <source>Other parts</source>
      <translation>Weitere Teile</translation>
    </message>
    <message>
      <source>Outer width</source>
      <translation>Äußere Breite</translation>
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
      <source>Overlap</source>
      <translation>Überlappung</translation>
    </message>
    <message>
      <source>Overwrite</source>
      <translation>Überschreiben</translation>
    </message>
    <message>
      <source>Own size …</source>
      <translation>Eigene …</translation>
    </message>
    <message>
      <source>PNG sequence</source>
      <translation>PNG-Folge</translation>
    </message>
    <message>
      <source>Pack project into one file …</source>
      <translation>Projekt in eine Datei packen …</translation>
    </message>
    <message>
      <source>Pack the project</source>
      <translation>Projekt packen</translation>
    </message>
    <message>
      <source>Packed projects</source>
      <translation>Gepackte Projekte</translation>
    </message>
    <message>
      <source>Pad</source>
      <translation>Auffüllen</translation>
    </message>
    <message>
      <source>Pan</source>
      <translation>Verschieben</translation>
    </message>
    <message>
      <source>Panels</source>
      <translation>Vergleichsfelder</translation>
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
      <source>Paste lines</source>
      <translation>Zeilen einfügen</translation>
    </message>
    <message>
      <source>Paste text</source>
      <translation>Text einfügen</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Pause as in the script</source>
      <translation>Pause wie im Skript</translation>
    </message>
    <message>
      <source>Pause behind it …</source>
      <translation>Pause dahinter …</translation>
    </message>
    <message>
      <source>Pause behind the line</source>
      <translation>Pause hinter der Zeile</translation>
    </message>
    <message>
      <source>Pause between lines</source>
      <translation>Pause zwischen Zeilen</translation>
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
      <source>Pelvis</source>
      <translation>Becken</translation>
    </message>
    <message>
      <source>Pelvis across</source>
      <translation>Becken quer</translation>
    </message>
    <message>
      <source>Pelvis down</source>
      <translation>Becken abwärts</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>People in the video</source>
      <translation>Personen im Video</translation>
    </message>
    <message>
      <source>Perplexity</source>
      <translation>Perplexität</translation>
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
      <source>Picture i uses seed + i. The same seed gives the same picture.</source>
      <translation>Bild i nimmt Startwert + i. Der gleiche Startwert ergibt das gleiche Bild.</translation>
    </message>
    <message>
      <source>Picture of later clips</source>
      <translation>Bild späterer Clips</translation>
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
      <source>Pictures at once</source>
      <translation>Bilder auf einmal</translation>
    </message>
    <message>
      <source>Pictures of another shape</source>
      <translation>Bilder anderer Form</translation>
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
      <source>Place script</source>
      <translation>Skript in die Zeitleiste legen</translation>
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
      <source>Place the mesh by hand, or detect on a crop around the face.</source>
      <translation>Das Netz von Hand setzen oder in einem Ausschnitt um das Gesicht erkennen.</translation>
    </message>
    <message>
      <source>Place the script on the timeline</source>
      <translation>Skript in die Zeitleiste legen</translation>
    </message>
    <message>
      <source>Place the series</source>
      <translation>Serie in die Zeitleiste legen</translation>
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
      <source>Play the line</source>
      <translation>Zeile abspielen</translation>
    </message>
    <message>
      <source>Play the morph</source>
      <translation>Morph abspielen</translation>
    </message>
    <message>
      <source>Play the script</source>
      <translation>Skript abspielen</translation>
    </message>
    <message>
      <source>Play the sound</source>
      <translation>Ton abspielen</translation>
    </message>
    <message>
      <source>Play the sound while it is made.</source>
      <translation>Den Ton abspielen, während er entsteht.</translation>
    </message>
    <message>
      <source>Play the whole script</source>
      <translation>Ganzes Skript abspielen</translation>
    </message>
    <message>
      <source>Play there and back</source>
      <translation>Hin und zurück abspielen</translation>
    </message>
    <message>
      <source>Playing</source>
      <translation>Wiedergabe</translation>
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
      <translation>Punkt {n} liegt in einer gesperrten Partie.</translation>
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
      <source>Polish</source>
      <translation>Polnisch</translation>
    </message>
    <message>
      <source>Portrait</source>
      <translation>Portrait</translation>
    </message>
    <message>
      <source>Portraits</source>
      <translation>Portraits</translation>
    </message>
    <message>
      <source>Portraits cannot write in its folder {folder}: {reason}.</source>
      <translation>Portraits kann in seinen Ordner {folder} nicht schreiben: {reason}.</translation>
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
      <source>Portraits {version} is out.</source>
      <translation>Portraits {version} ist da.</translation>
    </message>
    <message>
      <source>Portraits, movies and voices you make or drop appear here.</source>
      <translation>Erstellte oder hergezogene Portraits, Filme und Stimmen erscheinen hier.</translation>
    </message>
    <message>
      <source>Portuguese</source>
      <translation>Portugiesisch</translation>
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
      <source>Press the keys, then set them</source>
      <translation>Die Tasten drücken, dann setzen</translation>
    </message>
    <message>
      <source>Previous cut</source>
      <translation>Voriger Schnitt</translation>
    </message>
    <message>
      <source>Previous keyframe of {name}</source>
      <translation>Voriges Schlüsselbild von {name}</translation>
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
      <source>Processor</source>
      <translation>Prozessor</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Projekt</translation>
    </message>
    <message>
      <source>Project from {name}</source>
      <translation>Projekt aus {name}</translation>
    </message>
    <message>
      <source>Projects you open appear here.</source>
      <translation>Geöffnete Projekte erscheinen hier.</translation>
    </message>
    <message>
      <source>Prompt</source>
      <translation>Prompt</translation>
    </message>
    <message>
      <source>Prompt, model, seed …</source>
      <translation>Prompt, Modell …</translation>
    </message>
    <message>
      <source>Prompts of the next windows</source>
      <translation>Prompts der nächsten Abschnitte</translation>
    </message>
    <message>
      <source>Pronunciation</source>
      <translation>Aussprache</translation>
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
      <source>Proxy</source>
      <translation>Proxy</translation>
    </message>
    <message>
      <source>Proxy of {name}</source>
      <translation>Proxy von {name}</translation>
    </message>
    <message>
      <source>Published rules</source>
      <translation>Veröffentlichte Regeln</translation>
    </message>
    <message>
      <source>Put on board</source>
      <translation>Auf Tafel legen</translation>
    </message>
    <message>
      <source>Put the movie before the new frames.</source>
      <translation>Den Film vor die neuen Frames setzen.</translation>
    </message>
    <message>
      <source>Put the recipe of every clip into the file</source>
      <translation>Das Rezept jedes Clips in die Datei schreiben</translation>
    </message>
    <message>
      <source>Put the recipe of every clip into the file.</source>
      <translation>Das Rezept jedes Clips in die Datei schreiben.</translation>
    </message>
    <message>
      <source>Qsv</source>
      <translation>QSV</translation>
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
      <source>Quit without saving</source>
      <translation>Ohne Sichern beenden</translation>
    </message>
    <message>
      <source>Radius</source>
      <translation>Radius</translation>
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
      <source>Rate drops at</source>
      <translation>Rate sinkt bei</translation>
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
      <source>Read subtitles</source>
      <translation>Untertitel lesen</translation>
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
      <source>Recipe</source>
      <translation>Rezept</translation>
    </message>
    <message>
      <source>Recipes of the clips</source>
      <translation>Rezepte der Clips</translation>
    </message>
    <message>
      <source>Reconstruction error</source>
      <translation>Rekonstruktionsfehler</translation>
    </message>
    <message>
      <source>Record</source>
      <translation>Aufzeichnen</translation>
    </message>
    <message>
      <source>Record a take of the chosen line</source>
      <translation>Aufnahme der gewählten Zeile aufzeichnen</translation>
    </message>
    <message>
      <source>Record from the microphone</source>
      <translation>Vom Mikrofon aufzeichnen</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>Aufzeichnung</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>Rot</translation>
    </message>
    <message>
      <source>Red and blue swapped</source>
      <translation>Rot und Blau vertauscht</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Reference</source>
      <translation>Referenz</translation>
    </message>
    <message>
      <source>Reference picture</source>
      <translation>Referenzbild</translation>
    </message>
    <message>
      <source>Reference, driving video, pose before and after tokens, and the result.</source>
      <translation>Referenz, Bewegungsvideo, Pose vor und nach den Token und das Ergebnis.</translation>
    </message>
    <message>
      <source>Region</source>
      <translation>Partie</translation>
    </message>
    <message>
      <source>Regions</source>
      <translation>Partien</translation>
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
      <source>Remove a key</source>
      <translation>Schlüsselbild entfernen</translation>
    </message>
    <message>
      <source>Remove board</source>
      <translation>Tafel entfernen</translation>
    </message>
    <message>
      <source>Remove from the list</source>
      <translation>Von der Liste entfernen</translation>
    </message>
    <message>
      <source>Remove from the project</source>
      <translation>Aus dem Projekt entfernen</translation>
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
      <source>Remove line</source>
      <translation>Zeile entfernen</translation>
    </message>
    <message>
      <source>Remove marker</source>
      <translation>Marker entfernen</translation>
    </message>
    <message>
      <source>Remove motion</source>
      <translation>Bewegung entfernen</translation>
    </message>
    <message>
      <source>Remove outliers</source>
      <translation>Ausreißer entfernen</translation>
    </message>
    <message>
      <source>Remove outliers of the motion</source>
      <translation>Ausreißer der Bewegung entfernen</translation>
    </message>
    <message>
      <source>Remove speaker</source>
      <translation>Sprecher entfernen</translation>
    </message>
    <message>
      <source>Remove take</source>
      <translation>Aufnahme entfernen</translation>
    </message>
    <message>
      <source>Remove the keyframe</source>
      <translation>Schlüsselbild entfernen</translation>
    </message>
    <message>
      <source>Remove the line</source>
      <translation>Zeile entfernen</translation>
    </message>
    <message>
      <source>Remove this preset</source>
      <translation>Diese Vorgabe entfernen</translation>
    </message>
    <message>
      <source>Remove this take</source>
      <translation>Diese Aufnahme entfernen</translation>
    </message>
    <message>
      <source>Remove track</source>
      <translation>Spur entfernen</translation>
    </message>
    <message>
      <source>Remove {word}</source>
      <translation>{word} entfernen</translation>
    </message>
    <message>
      <source>Remove “{name}”</source>
      <translation>„{name}“ entfernen</translation>
    </message>
    <message>
      <source>Remove …</source>
      <translation>Entfernen …</translation>
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
      <source>Rename motion</source>
      <translation>Bewegung umbenennen</translation>
    </message>
    <message>
      <source>Rename the track</source>
      <translation>Spur umbenennen</translation>
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
      <source>Rename …</source>
      <translation>Umbenennen …</translation>
    </message>
    <message>
      <source>Render movie</source>
      <translation>Film rendern</translation>
    </message>
    <message>
      <source>Render sound</source>
      <translation>Ton rendern</translation>
    </message>
    <message>
      <source>Repair tag</source>
      <translation>Gefühlsmarke berichtigen</translation>
    </message>
    <message>
      <source>Repeat</source>
      <translation>Wiederholung</translation>
    </message>
    <message>
      <source>Repeat the original trainer's faults: no drop of the rate, no new life for unused codes.</source>
      <translation>Die Fehler des ursprünglichen Trainers wiederholen: die Rate sinkt nicht, unbenutzte Codes leben nicht neu auf.</translation>
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
      <source>Replace a project that exists.</source>
      <translation>Ein vorhandenes Projekt ersetzen.</translation>
    </message>
    <message>
      <source>Replace an existing file</source>
      <translation>Vorhandene Datei ersetzen</translation>
    </message>
    <message>
      <source>Replace an exported tokenizer.</source>
      <translation>Einen exportierten Tokenizer ersetzen.</translation>
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
      <source>Replace “{name}”</source>
      <translation>„{name}“ ersetzen</translation>
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
      <translation>Gewählte Partien zurücksetzen</translation>
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
      <source>Results</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <source>Right ankle</source>
      <translation>Knöchel rechts</translation>
    </message>
    <message>
      <source>Right collar</source>
      <translation>Schlüsselbein rechts</translation>
    </message>
    <message>
      <source>Right elbow</source>
      <translation>Ellbogen rechts</translation>
    </message>
    <message>
      <source>Right eye</source>
      <translation>Auge rechts</translation>
    </message>
    <message>
      <source>Right eyebrow</source>
      <translation>Braue rechts</translation>
    </message>
    <message>
      <source>Right foot</source>
      <translation>Fuß rechts</translation>
    </message>
    <message>
      <source>Right hand</source>
      <translation>Hand rechts</translation>
    </message>
    <message>
      <source>Right hip</source>
      <translation>Hüfte rechts</translation>
    </message>
    <message>
      <source>Right knee</source>
      <translation>Knie rechts</translation>
    </message>
    <message>
      <source>Right shoulder</source>
      <translation>Schulter rechts</translation>
    </message>
    <message>
      <source>Right wrist</source>
      <translation>Handgelenk rechts</translation>
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
      <source>Run</source>
      <translation>Lauf</translation>
    </message>
    <message>
      <source>Run again</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Run again with less memory</source>
      <translation>Sparsamer wiederholen</translation>
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
      <source>Run to go on with</source>
      <translation>Fortzusetzender Lauf</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <source>S</source>
      <translation>S</translation>
    </message>
    <message>
      <source>SDXL Turbo</source>
      <translation>SDXL Turbo</translation>
    </message>
    <message>
      <source>SDXL Turbo: 1 to 4; other SDXL models: 20 to 40.</source>
      <translation>SDXL Turbo: 1 bis 4; andere SDXL-Modelle: 20 bis 40.</translation>
    </message>
    <message>
      <source>SRT beside</source>
      <translation>SRT daneben</translation>
    </message>
    <message>
      <source>Sage</source>
      <translation>Sage</translation>
    </message>
    <message>
      <source>Sampler</source>
      <translation>Sampler</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Sichern</translation>
    </message>
    <message>
      <source>Save a copy of the motion</source>
      <translation>Kopie der Bewegung sichern</translation>
    </message>
    <message>
      <source>Save a copy …</source>
      <translation>Kopie sichern …</translation>
    </message>
    <message>
      <source>Save and quit</source>
      <translation>Sichern und beenden</translation>
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
      <source>Save as new</source>
      <translation>Neu sichern</translation>
    </message>
    <message>
      <source>Save every</source>
      <translation>Sichern alle</translation>
    </message>
    <message>
      <source>Save it under another name.</source>
      <translation>Unter einem anderen Namen sichern.</translation>
    </message>
    <message>
      <source>Save memory</source>
      <translation>Speicher sparen</translation>
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
      <source>Save subtitles</source>
      <translation>Untertitel sichern</translation>
    </message>
    <message>
      <source>Save subtitles as SRT …</source>
      <translation>Untertitel als SRT sichern …</translation>
    </message>
    <message>
      <source>Save subtitles as VTT …</source>
      <translation>Untertitel als VTT sichern …</translation>
    </message>
    <message>
      <source>Save the changes to “{name}”?</source>
      <translation>Änderungen an „{name}“ sichern?</translation>
    </message>
    <message>
      <source>Save the corrected motion as new</source>
      <translation>Korrigierte Bewegung neu sichern</translation>
    </message>
    <message>
      <source>Save the project as</source>
      <translation>Projekt sichern unter</translation>
    </message>
    <message>
      <source>Save these settings as a preset</source>
      <translation>Diese Werte als Vorgabe sichern</translation>
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
      <source>Saved as “{name}”; the original is as it was.</source>
      <translation>Als „{name}“ gesichert; das Original ist unverändert.</translation>
    </message>
    <message>
      <source>Saved state</source>
      <translation>Gesicherter Stand</translation>
    </message>
    <message>
      <source>Saved state to begin from</source>
      <translation>Gesicherter Stand zum Beginnen</translation>
    </message>
    <message>
      <source>Saved states</source>
      <translation>Gesicherte Stände</translation>
    </message>
    <message>
      <source>Say here how names and words sound: Søren, SUR-en.</source>
      <translation>Hier steht, wie Namen und Wörter klingen: Søren, SUR-en.</translation>
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
      <source>Scheduler</source>
      <translation>Scheduler</translation>
    </message>
    <message>
      <source>Script</source>
      <translation>Skript</translation>
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
      <source>Second pass</source>
      <translation>Zweiter Durchgang</translation>
    </message>
    <message>
      <source>Second picture</source>
      <translation>Zweites Bild</translation>
    </message>
    <message>
      <source>Seconds</source>
      <translation>Sekunden</translation>
    </message>
    <message>
      <source>See …</source>
      <translation>Ansehen …</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>Seeds</source>
      <translation>Startwerte</translation>
    </message>
    <message>
      <source>Seeds and strengths of styles side by side.</source>
      <translation>Startwerte und Stärken von Stilen nebeneinander.</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>Auswählen</translation>
    </message>
    <message>
      <source>Select a part first</source>
      <translation>Zuerst einen Teil auswählen</translation>
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
      <source>Select the clip at the playhead</source>
      <translation>Clip am Abspielkopf auswählen</translation>
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
      <source>Sequential</source>
      <translation>Schichtweise</translation>
    </message>
    <message>
      <source>Series</source>
      <translation>Serie</translation>
    </message>
    <message>
      <source>Set</source>
      <translation>Setzen</translation>
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
      <source>Share of the steps, 0 is the first.</source>
      <translation>Anteil der Schritte, 0 ist der erste.</translation>
    </message>
    <message>
      <source>Share of the steps, 1 is the last.</source>
      <translation>Anteil der Schritte, 1 ist der letzte.</translation>
    </message>
    <message>
      <source>Shortcut</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <source>Shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <source>Shortcuts …</source>
      <translation>Tastenkürzel …</translation>
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
      <source>Show a board in its own order to arrange what lies on it.</source>
      <translation>Eine Tafel in ihrer eigenen Reihenfolge zeigen, um sie anzuordnen.</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <source>Show all settings</source>
      <translation>Alle Werte zeigen</translation>
    </message>
    <message>
      <source>Show all takes</source>
      <translation>Alle Aufnahmen zeigen</translation>
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
      <source>Show everything</source>
      <translation>Alles zeigen</translation>
    </message>
    <message>
      <source>Show everything again</source>
      <translation>Wieder alles zeigen</translation>
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
      <source>Show less of the sound</source>
      <translation>Weniger vom Ton zeigen</translation>
    </message>
    <message>
      <source>Show line {n}</source>
      <translation>Zeile {n} zeigen</translation>
    </message>
    <message>
      <source>Show mesh and points</source>
      <translation>Netz und Punkte zeigen</translation>
    </message>
    <message>
      <source>Show more of the sound</source>
      <translation>Mehr vom Ton zeigen</translation>
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
      <source>Show the folder</source>
      <translation>Ordner zeigen</translation>
    </message>
    <message>
      <source>Show the folder when it is done</source>
      <translation>Danach den Ordner zeigen</translation>
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
      <source>Show the motion before or after tokens</source>
      <translation>Bewegung vor oder nach den Token zeigen</translation>
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
      <source>Show the positions as a table</source>
      <translation>Positionen als Tabelle zeigen</translation>
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
      <source>Shown in the panels.</source>
      <translation>In den Vergleichsfeldern zu sehen.</translation>
    </message>
    <message>
      <source>Shown: {joint}</source>
      <translation>Gezeigt: {joint}</translation>
    </message>
    <message>
      <source>Side by side</source>
      <translation>Nebeneinander</translation>
    </message>
    <message>
      <source>Side of a square of the same area; the models were trained for 512.</source>
      <translation>Seite eines Quadrats gleicher Fläche; die Modelle wurden für 512 trainiert.</translation>
    </message>
    <message>
      <source>Silence</source>
      <translation>Stille</translation>
    </message>
    <message>
      <source>Silence between two sentences, twice as long at a blank line; with 0, maya1 cross-fades them.</source>
      <translation>Stille zwischen zwei Sätzen, an einer Leerzeile doppelt so lang; mit 0 blendet maya1 sie über.</translation>
    </message>
    <message>
      <source>Silence the selection</source>
      <translation>Auswahl stummschalten</translation>
    </message>
    <message>
      <source>Six portraits, five morphs, one voice</source>
      <translation>Sechs Portraits, fünf Morphs, eine Stimme</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>Size of the codebook.</source>
      <translation>Größe des Codebuchs.</translation>
    </message>
    <message>
      <source>Size of the thumbnails</source>
      <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
      <source>Size, table, boards</source>
      <translation>Größe, Tabelle, Tafeln</translation>
    </message>
    <message>
      <source>Skeleton</source>
      <translation>Skelett</translation>
    </message>
    <message>
      <source>Skip this job</source>
      <translation>Überspringen</translation>
    </message>
    <message>
      <source>Skips most of a step that would change little: faster, at some loss of detail and movement.</source>
      <translation>Überspringt den größten Teil eines Schritts, der wenig änderte: schneller, kostet etwas Detail und Bewegung.</translation>
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
      <source>Small, outlined</source>
      <translation>Klein, umrandet</translation>
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
      <source>Smoothing</source>
      <translation>Glättung</translation>
    </message>
    <message>
      <source>Smoothing strength</source>
      <translation>Stärke der Glättung</translation>
    </message>
    <message>
      <source>Smooths the step from window to window; too much breaks it.</source>
      <translation>Glättet den Übergang von Abschnitt zu Abschnitt; zu viel zerstört ihn.</translation>
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
      <source>Softer brush</source>
      <translation>Weicherer Pinsel</translation>
    </message>
    <message>
      <source>Softness</source>
      <translation>Weichheit</translation>
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
      <source>Sound editor</source>
      <translation>Ton-Editor</translation>
    </message>
    <message>
      <source>Sound only</source>
      <translation>Nur Ton</translation>
    </message>
    <message>
      <source>Sound, FLAC</source>
      <translation>Ton, FLAC</translation>
    </message>
    <message>
      <source>Sound, M4A</source>
      <translation>Ton, M4A</translation>
    </message>
    <message>
      <source>Sound, Opus</source>
      <translation>Ton, Opus</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Spanish</source>
      <translation>Spanisch</translation>
    </message>
    <message>
      <source>Speak</source>
      <translation>Sprechen</translation>
    </message>
    <message>
      <source>Speak all</source>
      <translation>Alles sprechen</translation>
    </message>
    <message>
      <source>Speak every line that changed</source>
      <translation>Alle geänderten Zeilen sprechen</translation>
    </message>
    <message>
      <source>Speak line</source>
      <translation>Zeile sprechen</translation>
    </message>
    <message>
      <source>Speak line {n}</source>
      <translation>Zeile {n} sprechen</translation>
    </message>
    <message>
      <source>Speak the line</source>
      <translation>Zeile sprechen</translation>
    </message>
    <message>
      <source>Speak the line again</source>
      <translation>Zeile neu sprechen</translation>
    </message>
    <message>
      <source>Speaker {n}</source>
      <translation>Sprecher {n}</translation>
    </message>
    <message>
      <source>Speaker: {name}</source>
      <translation>Sprecher: {name}</translation>
    </message>
    <message>
      <source>Speakers</source>
      <translation>Sprecher</translation>
    </message>
    <message>
      <source>Speaking …</source>
      <translation>Wird gesprochen …</translation>
    </message>
    <message>
      <source>Speaking … {n} s so far</source>
      <translation>Wird gesprochen … bisher {n} s</translation>
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
      <source>Spine</source>
      <translation>Rücken</translation>
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
      <source>Split by source</source>
      <translation>Aufteilung nach Quelle</translation>
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
      <translation>Nur im Startwert verschiedene stapeln</translation>
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
      <source>Start from a picture</source>
      <translation>Von einem Bild ausgehen</translation>
    </message>
    <message>
      <source>Start from picture</source>
      <translation>Startbild</translation>
    </message>
    <message>
      <source>Start picture</source>
      <translation>Startbild</translation>
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
      <source>Step cache</source>
      <translation>Schrittspeicher</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>Schritte</translation>
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
      <source>Stop adding files</source>
      <translation>Keine weiteren Dateien hinzufügen</translation>
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
      <source>Stop playing</source>
      <translation>Wiedergabe anhalten</translation>
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
      <source>Stop without progress</source>
      <translation>Halt ohne Fortschritt</translation>
    </message>
    <message>
      <source>Stop · {time}</source>
      <translation>Anhalten · {time}</translation>
    </message>
    <message>
      <source>Stop, keep what is done</source>
      <translation>Anhalten, Fertiges behalten</translation>
    </message>
    <message>
      <source>Stop, keep what is spoken</source>
      <translation>Anhalten, Gesprochenes behalten</translation>
    </message>
    <message>
      <source>Stop, keep window {n}</source>
      <translation>Anhalten, Abschnitt {n} behalten</translation>
    </message>
    <message>
      <source>Stop, keep windows 1 to {n}</source>
      <translation>Anhalten, Abschnitte 1 bis {n} behalten</translation>
    </message>
    <message>
      <source>Stop, keep {n} picture</source>
      <translation>Anhalten, {n} Bild behalten</translation>
    </message>
    <message>
      <source>Stop, keep {n} pictures</source>
      <translation>Anhalten, {n} Bilder behalten</translation>
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
      <source>Store</source>
      <translation>Modellablage</translation>
    </message>
    <message>
      <source>Stores</source>
      <translation>Modellablagen</translation>
    </message>
    <message>
      <source>Straight</source>
      <translation>Gerade</translation>
    </message>
    <message>
      <source>Strength of {name}</source>
      <translation>Stärke von {name}</translation>
    </message>
    <message>
      <source>Strengths</source>
      <translation>Stärken</translation>
    </message>
    <message>
      <source>Style (LoRA)</source>
      <translation>Stil (LoRA)</translation>
    </message>
    <message>
      <source>Styles</source>
      <translation>Stile</translation>
    </message>
    <message>
      <source>Styles (LoRA)</source>
      <translation>Stile (LoRA)</translation>
    </message>
    <message>
      <source>Subtitles</source>
      <translation>Untertitel</translation>
    </message>
    <message>
      <source>Subtitles in and out</source>
      <translation>Untertitel öffnen und sichern</translation>
    </message>
    <message>
      <source>Swap width and height</source>
      <translation>Breite und Höhe tauschen</translation>
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
      <source>Take off the board “{name}”</source>
      <translation>Von der Tafel „{name}“ nehmen</translation>
    </message>
    <message>
      <source>Take out “{name}”</source>
      <translation>„{name}“ herausnehmen</translation>
    </message>
    <message>
      <source>Take out: {title}</source>
      <translation>Herausnehmen: {title}</translation>
    </message>
    <message>
      <source>Take person</source>
      <translation>Person nehmen</translation>
    </message>
    <message>
      <source>Take the step Eyes, Mouth or Oval to go from point to point.</source>
      <translation>Den Schritt Augen, Mund oder Oval nehmen, um von Punkt zu Punkt zu gehen.</translation>
    </message>
    <message>
      <source>Take the {n} motion of the library</source>
      <translation>Die {n} Bewegung der Liste nehmen</translation>
    </message>
    <message>
      <source>Take the {n} motions of the library</source>
      <translation>Die {n} Bewegungen der Liste nehmen</translation>
    </message>
    <message>
      <source>Take this face</source>
      <translation>Dieses Gesicht nehmen</translation>
    </message>
    <message>
      <source>Takes</source>
      <translation>Aufnahmen</translation>
    </message>
    <message>
      <source>Teal</source>
      <translation>Petrol</translation>
    </message>
    <message>
      <source>Temperature: 0.3 is even, 0.6 lively; above that words get lost. For maya1.</source>
      <translation>Temperatur: 0,3 ist gleichmäßig, 0,6 lebendig; darüber gehen Wörter verloren. Für maya1.</translation>
    </message>
    <message>
      <source>Templates</source>
      <translation>Textvorlagen</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Text of window {n}</source>
      <translation>Text von Abschnitt {n}</translation>
    </message>
    <message>
      <source>Texts of the next windows</source>
      <translation>Texte der nächsten Abschnitte</translation>
    </message>
    <message>
      <source>That lies on the board “{name}” already.</source>
      <translation>Das liegt schon auf der Tafel „{name}“.</translation>
    </message>
    <message>
      <source>The .portraits file to write; pictures go beside it.</source>
      <translation>Die zu schreibende .portraits-Datei; die Bilder kommen daneben.</translation>
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
      <source>The board “{name}” was removed. What lay on it stays in the project.</source>
      <translation>Die Tafel „{name}“ wurde entfernt. Was darauf lag, bleibt im Projekt.</translation>
    </message>
    <message>
      <source>The changes to “{name}” are not saved yet.</source>
      <translation>Die Änderungen an „{name}“ sind noch nicht gesichert.</translation>
    </message>
    <message>
      <source>The character is dancing.</source>
      <translation>Auf Englisch: the character is dancing.</translation>
    </message>
    <message>
      <source>The chosen clips carry no recipe with a seed, so there is nothing to make again.</source>
      <translation>Die gewählten Clips haben kein Rezept mit Startwert; es gibt nichts neu zu erstellen.</translation>
    </message>
    <message>
      <source>The chosen clips carry no recipe, so they cannot be made again.</source>
      <translation>Die gewählten Clips haben kein Rezept; sie lassen sich nicht noch einmal erstellen.</translation>
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
      <source>The corrected motion joins the project; the original stays as it is.</source>
      <translation>Die korrigierte Bewegung kommt ins Projekt; das Original bleibt, wie es ist.</translation>
    </message>
    <message>
      <source>The corrections of “{name}” are not saved.</source>
      <translation>Die Korrekturen an „{name}“ sind nicht gesichert.</translation>
    </message>
    <message>
      <source>The curves of a training appear here. Choose a training set at the right and start it.</source>
      <translation>Hier erscheinen die Kurven eines Trainings. Rechts einen Trainingsdatensatz wählen und starten.</translation>
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
      <source>The errors of unseen motions appear here with the first check.</source>
      <translation>Die Fehler ungesehener Bewegungen erscheinen hier mit der ersten Prüfung.</translation>
    </message>
    <message>
      <source>The exact state is saved; going on gives the same numbers as without the pause.</source>
      <translation>Der genaue Stand wird gesichert; Fortsetzen ergibt die gleichen Zahlen wie ohne Pause.</translation>
    </message>
    <message>
      <source>The file to write.</source>
      <translation>Die zu schreibende Datei.</translation>
    </message>
    <message>
      <source>The first frame of the shot.</source>
      <translation>Der erste Frame der Szene.</translation>
    </message>
    <message>
      <source>The folder MV-DiT/CogVideoX or MV-DiT/Wan-2-1.</source>
      <translation>Der Ordner MV-DiT/CogVideoX oder MV-DiT/Wan-2-1.</translation>
    </message>
    <message>
      <source>The folder for projects cannot be made: {reason}.</source>
      <translation>Der Ordner für Projekte kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
      <source>The folder for results cannot be made: {folder}.</source>
      <translation>Der Ordner für Ergebnisse kann nicht angelegt werden: {folder}.</translation>
    </message>
    <message>
      <source>The folder of CogVideoX-5b, or of the Wan 2.1 parts.</source>
      <translation>Der Ordner von CogVideoX-5b oder der Teile von Wan 2.1.</translation>
    </message>
    <message>
      <source>The folder of a run</source>
      <translation>Ordner eines Laufs</translation>
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
      <source>The job ends at its next step; what is finished goes to the gallery.</source>
      <translation>Der Auftrag endet beim nächsten Schritt; Fertiges kommt in die Galerie.</translation>
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
      <source>The large voice: described in words, with emotions.</source>
      <translation>Die große Stimme: in Worten beschrieben, mit Gefühlen.</translation>
    </message>
    <message>
      <source>The large voice: described, and acts emotions.</source>
      <translation>Die große Stimme: wird beschrieben und spielt Gefühle.</translation>
    </message>
    <message>
      <source>The line cannot be spoken: {reason}.</source>
      <translation>Die Zeile kann nicht gesprochen werden: {reason}.</translation>
    </message>
    <message>
      <source>The line has no words to speak.</source>
      <translation>Die Zeile hat keine Worte zum Sprechen.</translation>
    </message>
    <message>
      <source>The line is back in the script. Speak it again from there.</source>
      <translation>Die Zeile ist wieder im Skript. Von dort neu sprechen lassen.</translation>
    </message>
    <message>
      <source>The line is not spoken yet.</source>
      <translation>Die Zeile ist noch nicht gesprochen.</translation>
    </message>
    <message>
      <source>The log is empty.</source>
      <translation>Das Protokoll ist leer.</translation>
    </message>
    <message>
      <source>The mesh of this picture was placed by hand. Points you move now stay as they are.</source>
      <translation>Das Netz dieses Bildes wurde von Hand gesetzt. Jetzt verschobene Punkte bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>The mesh would be placed anew. You can undo it.</source>
      <translation>Das Netz würde neu gesetzt. Das lässt sich rückgängig machen.</translation>
    </message>
    <message>
      <source>The model store has it already.</source>
      <translation>Die Modellablage hat ihn schon.</translation>
    </message>
    <message>
      <source>The model store looks in “{folder}” from now on. It only reads there.</source>
      <translation>Die Modellablage sucht ab jetzt auch in „{folder}“. Dort liest sie nur.</translation>
    </message>
    <message>
      <source>The morph is being prepared …</source>
      <translation>Der Morph wird vorbereitet …</translation>
    </message>
    <message>
      <source>The motion in space</source>
      <translation>Die Bewegung im Raum</translation>
    </message>
    <message>
      <source>The motion itself is as it was. Save them as a new motion to keep them.</source>
      <translation>Die Bewegung selbst ist unverändert. Als neue Bewegung sichern, um sie zu behalten.</translation>
    </message>
    <message>
      <source>The motion tokenizer 4DMoT is not on this computer.</source>
      <translation>4DMoT ist nicht da.</translation>
    </message>
    <message>
      <source>The motion was saved as “{name}”.</source>
      <translation>Die Bewegung wurde als „{name}“ gesichert.</translation>
    </message>
    <message>
      <source>The motions that the tokenizer learns from are described here.</source>
      <translation>Hier stehen die Bewegungen, aus denen der Tokenizer lernt.</translation>
    </message>
    <message>
      <source>The movie to write.</source>
      <translation>Der zu schreibende Film.</translation>
    </message>
    <message>
      <source>The newest saved state stays; the run can go on from it.</source>
      <translation>Der neueste gesicherte Stand bleibt; der Lauf kann von dort weitergehen.</translation>
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
      <source>The part that is made again is this much larger than the face.</source>
      <translation>Der neu erstellte Teil ist so viel größer als das Gesicht.</translation>
    </message>
    <message>
      <source>The person is missing in some frames; fill the gaps first.</source>
      <translation>In einigen Frames fehlt die Person; zuerst die Lücken füllen.</translation>
    </message>
    <message>
      <source>The person is not in this frame.</source>
      <translation>Die Person ist nicht in diesem Frame.</translation>
    </message>
    <message>
      <source>The person is not in this frame; fill the gaps first.</source>
      <translation>Die Person ist nicht in diesem Frame; zuerst die Lücken füllen.</translation>
    </message>
    <message>
      <source>The picture is still being read.</source>
      <translation>Das Bild wird noch gelesen.</translation>
    </message>
    <message>
      <source>The picture, blurred</source>
      <translation>Das Bild, unscharf</translation>
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
      <source>The preset was not removed: {reason}.</source>
      <translation>Die Vorgabe wurde nicht entfernt: {reason}.</translation>
    </message>
    <message>
      <source>The preset was not saved: {reason}.</source>
      <translation>Die Vorgabe wurde nicht gesichert: {reason}.</translation>
    </message>
    <message>
      <source>The processor writes every codec; the others belong to graphics cards.</source>
      <translation>Der Prozessor schreibt jeden Codec; die anderen gehören zu Grafikkarten.</translation>
    </message>
    <message>
      <source>The queue could not be read; it was put aside as “{name}” and starts empty.</source>
      <translation>Die Warteschlange konnte nicht gelesen werden; sie wurde als „{name}“ beiseitegelegt und beginnt leer.</translation>
    </message>
    <message>
      <source>The queue waits</source>
      <translation>Die Warteschlange wartet</translation>
    </message>
    <message>
      <source>The rate rises over so many steps.</source>
      <translation>Über so viele Schritte steigt die Rate.</translation>
    </message>
    <message>
      <source>The recording cannot be written: {reason}.</source>
      <translation>Die Aufzeichnung kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
      <source>The recording could not be started: {reason}.</source>
      <translation>Die Aufzeichnung konnte nicht gestartet werden: {reason}.</translation>
    </message>
    <message>
      <source>The recording was ended after an hour.</source>
      <translation>Die Aufzeichnung wurde nach einer Stunde beendet.</translation>
    </message>
    <message>
      <source>The recording was kept as “{name}”.</source>
      <translation>Die Aufzeichnung liegt als „{name}“ im Projekt.</translation>
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
      <source>The same seed gives the same movie.</source>
      <translation>Der gleiche Startwert ergibt den gleichen Film.</translation>
    </message>
    <message>
      <source>The same seed gives the same result.</source>
      <translation>Der gleiche Startwert ergibt das gleiche Ergebnis.</translation>
    </message>
    <message>
      <source>The same seed gives the same shot on the same machine.</source>
      <translation>Der gleiche Startwert ergibt auf dem gleichen Rechner die gleiche Szene.</translation>
    </message>
    <message>
      <source>The same seed gives the same sound.</source>
      <translation>Der gleiche Startwert ergibt den gleichen Ton.</translation>
    </message>
    <message>
      <source>The same seed keeps one voice over all lines.</source>
      <translation>Der gleiche Startwert hält eine Stimme über alle Zeilen.</translation>
    </message>
    <message>
      <source>The same seed with few steps: shows early how it will move.</source>
      <translation>Gleicher Startwert, wenige Schritte: zeigt früh die Bewegung.</translation>
    </message>
    <message>
      <source>The sampling method; auto: what suits the model.</source>
      <translation>Das Abtastverfahren; automatisch: was zum Modell passt.</translation>
    </message>
    <message>
      <source>The script lies on the timeline as it is.</source>
      <translation>Das Skript liegt so schon in der Zeitleiste.</translation>
    </message>
    <message>
      <source>The settings of this run are not known.</source>
      <translation>Die Einstellungen dieses Laufs sind nicht bekannt.</translation>
    </message>
    <message>
      <source>The settings of “{name}” are in the panel.</source>
      <translation>Die Werte von „{name}“ stehen im Erstellen-Bereich.</translation>
    </message>
    <message>
      <source>The shot begins with a picture.</source>
      <translation>Die Szene beginnt mit einem Bild.</translation>
    </message>
    <message>
      <source>The shot goes from one picture to another.</source>
      <translation>Die Szene führt von einem Bild zum anderen.</translation>
    </message>
    <message>
      <source>The shot goes on from its last frames.</source>
      <translation>Die Szene setzt seine letzten Frames fort.</translation>
    </message>
    <message>
      <source>The skeleton over the driving video</source>
      <translation>Das Skelett über dem Bewegungsvideo</translation>
    </message>
    <message>
      <source>The small voice that is always there.</source>
      <translation>Die kleine Stimme, die immer da ist.</translation>
    </message>
    <message>
      <source>The sound cannot be edited: {reason}.</source>
      <translation>Der Ton kann nicht bearbeitet werden: {reason}.</translation>
    </message>
    <message>
      <source>The sound of the chosen line appears here.</source>
      <translation>Hier erscheint der Ton der gewählten Zeile.</translation>
    </message>
    <message>
      <source>The subtitles were not understood.</source>
      <translation>Die Untertitel wurden nicht verstanden.</translation>
    </message>
    <message>
      <source>The tokenizer lies in “{name}”.</source>
      <translation>Der Tokenizer liegt in „{name}“.</translation>
    </message>
    <message>
      <source>The tokens are being worked out …</source>
      <translation>Die Token werden berechnet …</translation>
    </message>
    <message>
      <source>The training set is ready.</source>
      <translation>Der Trainingsdatensatz ist fertig.</translation>
    </message>
    <message>
      <source>The triangles are looked at when every picture has a face.</source>
      <translation>Die Dreiecke werden geprüft, sobald jedes Bild ein Gesicht hat.</translation>
    </message>
    <message>
      <source>The unseen clip</source>
      <translation>Der ungesehene Clip</translation>
    </message>
    <message>
      <source>The unseen clip after tokens</source>
      <translation>Der ungesehene Clip nach den Token</translation>
    </message>
    <message>
      <source>The voice was not kept: {reason}.</source>
      <translation>Die Stimme wurde nicht gesichert: {reason}.</translation>
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
      <source>There are no points to export yet.</source>
      <translation>Es gibt noch keine Punkte zum Exportieren.</translation>
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
      <source>There is no marker on the timeline.</source>
      <translation>In der Zeitleiste gibt es keinen Marker.</translation>
    </message>
    <message>
      <source>There is no panel for results of this kind.</source>
      <translation>Für Ergebnisse dieser Art gibt es keinen Bereich.</translation>
    </message>
    <message>
      <source>There is no text to add.</source>
      <translation>Es gibt keinen Text zum Hinzufügen.</translation>
    </message>
    <message>
      <source>There is no training in “{name}”.</source>
      <translation>In „{name}“ liegt kein Training.</translation>
    </message>
    <message>
      <source>There is nothing in it that can be used: pictures, movies, sounds and motions are.</source>
      <translation>Darin ist nichts Verwendbares. Verwendbar sind Bilder, Filme, Töne und Bewegungen.</translation>
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
      <source>These lines are being spoken already.</source>
      <translation>Diese Zeilen werden schon gesprochen.</translation>
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
      <source>They belong to {size} pixels</source>
      <translation>Sie gehören zu {size} Pixeln</translation>
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
      <source>This cannot be written: {reason}</source>
      <translation>Das kann nicht geschrieben werden: {reason}</translation>
    </message>
    <message>
      <source>This carries no recipe that can be used here.</source>
      <translation>Das enthält kein Rezept, das hier verwendbar ist.</translation>
    </message>
    <message>
      <source>This carries no recipe with a seed, so there is nothing to make again.</source>
      <translation>Das enthält kein Rezept mit Startwert; es gibt nichts neu zu erstellen.</translation>
    </message>
    <message>
      <source>This counts from the next start.</source>
      <translation>Das gilt ab dem nächsten Start.</translation>
    </message>
    <message>
      <source>This counts when the engine starts again.</source>
      <translation>Das gilt ab dem nächsten Start der Engine.</translation>
    </message>
    <message>
      <source>This file is no style</source>
      <translation>Diese Datei ist kein Stil</translation>
    </message>
    <message>
      <source>This file is not there</source>
      <translation>Diese Datei ist nicht da</translation>
    </message>
    <message>
      <source>This is the newest version.</source>
      <translation>Dies ist die neueste Version.</translation>
    </message>
    <message>
      <source>This morph does not lie between two pictures.</source>
      <translation>Dieser Morph liegt nicht zwischen zwei Bildern.</translation>
    </message>
    <message>
      <source>This result was not made from words.</source>
      <translation>Dieses Ergebnis wurde nicht aus Worten erstellt.</translation>
    </message>
    <message>
      <source>This sound cannot be shown.</source>
      <translation>Dieser Ton kann nicht gezeigt werden.</translation>
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
      <source>Tokenizer</source>
      <translation>Tokenizer</translation>
    </message>
    <message>
      <source>Tokens of {name}</source>
      <translation>Token von {name}</translation>
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
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <source>Train motion tokens</source>
      <translation>Bewegungstoken trainieren</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>Training data</source>
      <translation>Trainingsdaten</translation>
    </message>
    <message>
      <source>Training set</source>
      <translation>Trainingsdatensatz</translation>
    </message>
    <message>
      <source>Training {name}</source>
      <translation>Training {name}</translation>
    </message>
    <message>
      <source>Tries more</source>
      <translation>Weitere Versuche</translation>
    </message>
    <message>
      <source>Trim</source>
      <translation>Trimmen</translation>
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
      <source>Trim silence</source>
      <translation>Stille abschneiden</translation>
    </message>
    <message>
      <source>Trim the end to the playhead</source>
      <translation>Ende bis zum Abspielkopf trimmen</translation>
    </message>
    <message>
      <source>Trim the motion</source>
      <translation>Bewegung trimmen</translation>
    </message>
    <message>
      <source>Trim the sound</source>
      <translation>Ton trimmen</translation>
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
      <source>Turned by {n} degrees</source>
      <translation>Um {n} Grad gedreht</translation>
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
      <source>Unipc</source>
      <translation>UniPC</translation>
    </message>
    <message>
      <source>Unlock {name}</source>
      <translation>{name} entsperren</translation>
    </message>
    <message>
      <source>Upper spine</source>
      <translation>Rücken oben</translation>
    </message>
    <message>
      <source>Use a model from a file or a folder</source>
      <translation>Modell aus einer Datei oder einem Ordner verwenden</translation>
    </message>
    <message>
      <source>Use it again</source>
      <translation>Wieder verwenden</translation>
    </message>
    <message>
      <source>Use sound</source>
      <translation>Ton verwenden</translation>
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
      <source>Use “{tag}”</source>
      <translation>„{tag}“ verwenden</translation>
    </message>
    <message>
      <source>Used codes</source>
      <translation>Genutzte Codes</translation>
    </message>
    <message>
      <source>VP9 with alpha</source>
      <translation>VP9 mit Transparenz</translation>
    </message>
    <message>
      <source>Validation share</source>
      <translation>Anteil zur Prüfung</translation>
    </message>
    <message>
      <source>Values of the clip</source>
      <translation>Werte des Clips</translation>
    </message>
    <message>
      <source>Variations</source>
      <translation>Varianten</translation>
    </message>
    <message>
      <source>Variety</source>
      <translation>Vielfalt</translation>
    </message>
    <message>
      <source>Vectors</source>
      <translation>Vektoren</translation>
    </message>
    <message>
      <source>Video</source>
      <translation>Video</translation>
    </message>
    <message>
      <source>Videotoolbox</source>
      <translation>VideoToolbox</translation>
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
      <source>Voice of this line</source>
      <translation>Stimme dieser Zeile</translation>
    </message>
    <message>
      <source>Voice of this line …</source>
      <translation>Stimme dieser Zeile …</translation>
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
      <source>WAV · 24 bit</source>
      <translation>WAV · 24 Bit</translation>
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
      <source>Waits in the queue</source>
      <translation>Wartet in der Warteschlange</translation>
    </message>
    <message>
      <source>Walks, waves and turns can be made by rule. Whole sources are kept unseen, to measure errors.</source>
      <translation>Gehen, Winken und Drehen lassen sich nach Regeln erzeugen. Ganze Quellen bleiben ungesehen, um Fehler zu messen.</translation>
    </message>
    <message>
      <source>Warm-up</source>
      <translation>Aufwärmen</translation>
    </message>
    <message>
      <source>Wave</source>
      <translation>Welle</translation>
    </message>
    <message>
      <source>Wave of the line</source>
      <translation>Welle der Zeile</translation>
    </message>
    <message>
      <source>Way to the next keyframe</source>
      <translation>Weg zum nächsten Schlüsselbild</translation>
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
      <source>Weight decay</source>
      <translation>Gewichtsabnahme</translation>
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
      <source>What 17b is told of the person after the first clip.</source>
      <translation>Was 17b nach dem ersten Clip von der Person erfährt.</translation>
    </message>
    <message>
      <source>What can be done with the motion</source>
      <translation>Was mit der Bewegung möglich ist</translation>
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
      <source>What happens</source>
      <translation>Was geschieht</translation>
    </message>
    <message>
      <source>What happens to the seed</source>
      <translation>Was mit dem Startwert geschieht</translation>
    </message>
    <message>
      <source>What happens, for 17b.</source>
      <translation>Was geschieht, für 17b.</translation>
    </message>
    <message>
      <source>What is being made</source>
      <translation>Was gerade entsteht</translation>
    </message>
    <message>
      <source>What is made</source>
      <translation>Was erstellt wird</translation>
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
      <source>What is said</source>
      <translation>Was gesprochen wird</translation>
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
      <source>What is the motion called?</source>
      <translation>Wie heißt die Bewegung?</translation>
    </message>
    <message>
      <source>What it shall not show. Only models with guidance read it, SDXL Turbo does not.</source>
      <translation>Was es nicht zeigen soll. Nur Modelle mit Führung lesen es, SDXL Turbo nicht.</translation>
    </message>
    <message>
      <source>What lies along the curves</source>
      <translation>Was an den Kurven liegt</translation>
    </message>
    <message>
      <source>What lies below</source>
      <translation>Was darunter liegt</translation>
    </message>
    <message>
      <source>What shall not be seen, for 17b.</source>
      <translation>Was nicht zu sehen sein soll, für 17b.</translation>
    </message>
    <message>
      <source>What shall not be seen.</source>
      <translation>Was nicht zu sehen sein soll.</translation>
    </message>
    <message>
      <source>What the picture shows. {young|old} takes one after the other, __hair__ a line of hair.txt.</source>
      <translation>Was das Bild zeigt. {young|old} nimmt eins nach dem anderen, __hair__ eine Zeile aus hair.txt.</translation>
    </message>
    <message>
      <source>What the shot begins with</source>
      <translation>Womit die Szene beginnt</translation>
    </message>
    <message>
      <source>What the shot shows and how it moves.</source>
      <translation>Was die Szene zeigt und wie sie sich bewegt.</translation>
    </message>
    <message>
      <source>What the window and the engine write down appears here.</source>
      <translation>Hier erscheint, was Fenster und Engine aufschreiben.</translation>
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
      <source>What you make is shown here while it is made.</source>
      <translation>Hier ist zu sehen, was gerade entsteht.</translation>
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
      <source>When stopped, keep the windows that are finished.</source>
      <translation>Beim Anhalten die fertigen Abschnitte behalten.</translation>
    </message>
    <message>
      <source>Where curves, saved states and the tokenizer go.</source>
      <translation>Wohin Kurven, gesicherte Stände und der Tokenizer kommen.</translation>
    </message>
    <message>
      <source>Where from</source>
      <translation>Herkunft</translation>
    </message>
    <message>
      <source>Where in the motion to begin.</source>
      <translation>Wo in der Bewegung begonnen wird.</translation>
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
      <source>Where the grid goes.</source>
      <translation>Wohin das Raster kommt.</translation>
    </message>
    <message>
      <source>Where the pictures go.</source>
      <translation>Wohin die Bilder kommen.</translation>
    </message>
    <message>
      <source>Where the tokenizer goes</source>
      <translation>Wohin der Tokenizer kommt</translation>
    </message>
    <message>
      <source>Where to leave the movie; empty is its end.</source>
      <translation>Wo der Film verlassen wird; leer ist sein Ende.</translation>
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
      <source>Which one, in a file that lists several.</source>
      <translation>Welche, in einer Datei mit mehreren.</translation>
    </message>
    <message>
      <source>Which person of the motion.</source>
      <translation>Welche Person der Bewegung.</translation>
    </message>
    <message>
      <source>While it runs</source>
      <translation>Während es läuft</translation>
    </message>
    <message>
      <source>White</source>
      <translation>Weiß</translation>
    </message>
    <message>
      <source>Who speaks</source>
      <translation>Wer spricht</translation>
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
      <source>Wildcard folder</source>
      <translation>Ordner der Platzhalter</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenster</translation>
    </message>
    <message>
      <source>Window length</source>
      <translation>Abschnittslänge</translation>
    </message>
    <message>
      <source>Window {n}</source>
      <translation>Abschnitt {n}</translation>
    </message>
    <message>
      <source>Windows</source>
      <translation>Abschnitte</translation>
    </message>
    <message>
      <source>With a start picture: near 0 keeps it, 1 makes it new.</source>
      <translation>Mit Startbild: nahe 0 behält es, 1 macht es neu.</translation>
    </message>
    <message>
      <source>With a start picture: where the shot ends.</source>
      <translation>Mit Startbild: wo die Szene endet.</translation>
    </message>
    <message>
      <source>With alpha</source>
      <translation>Mit Transparenz</translation>
    </message>
    <message>
      <source>With it come {others}.</source>
      <translation>Dazu gehören {others}.</translation>
    </message>
    <message>
      <source>With offloading it may still run, more slowly.</source>
      <translation>Mit Auslagern läuft es vielleicht trotzdem, nur langsamer.</translation>
    </message>
    <message>
      <source>With the next seeds, when a face is not frontal.</source>
      <translation>Mit den nächsten Startwerten, wenn ein Gesicht nicht frontal ist.</translation>
    </message>
    <message>
      <source>Without names of folders, of the computer and of you.</source>
      <translation>Ohne Namen von Ordnern, Rechner und Person.</translation>
    </message>
    <message>
      <source>Woman in her 40s, warm, low, calm pace.</source>
      <translation>Auf Englisch: woman in her 40s, warm, low, calm pace.</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>Wort</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Worte</translation>
    </message>
    <message>
      <source>Words and guidance</source>
      <translation>Worte und Führung</translation>
    </message>
    <message>
      <source>Words of line {n}</source>
      <translation>Worte der Zeile {n}</translation>
    </message>
    <message>
      <source>Words used before</source>
      <translation>Früher verwendete Worte</translation>
    </message>
    <message>
      <source>Work area: Film</source>
      <translation>Arbeitsbereich: Film</translation>
    </message>
    <message>
      <source>Work area: Landmarks</source>
      <translation>Arbeitsbereich: Landmarken</translation>
    </message>
    <message>
      <source>Work area: Motion</source>
      <translation>Arbeitsbereich: Bewegung</translation>
    </message>
    <message>
      <source>Work area: Sound</source>
      <translation>Arbeitsbereich: Ton</translation>
    </message>
    <message>
      <source>Work area: Train</source>
      <translation>Arbeitsbereich: Trainieren</translation>
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
      <source>Wrists</source>
      <translation>Handgelenke</translation>
    </message>
    <message>
      <source>Write a line</source>
      <translation>Zeile schreiben</translation>
    </message>
    <message>
      <source>Write a line first.</source>
      <translation>Zuerst eine Zeile schreiben.</translation>
    </message>
    <message>
      <source>Write prompt and recipe into the files.</source>
      <translation>Prompt und Rezept in die Dateien schreiben.</translation>
    </message>
    <message>
      <source>Write the text to speak</source>
      <translation>Zu sprechenden Text eingeben</translation>
    </message>
    <message>
      <source>Write the tokenizer of the state with the smallest error, as others load it.</source>
      <translation>Den Tokenizer des Standes mit dem kleinsten Fehler schreiben, wie andere ihn laden.</translation>
    </message>
    <message>
      <source>Write two variations or more</source>
      <translation>Zwei oder mehr Varianten schreiben</translation>
    </message>
    <message>
      <source>Write what is said in your film. Every line is spoken by itself.</source>
      <translation>Schreiben, was im Film gesprochen wird. Jede Zeile wird für sich gesprochen.</translation>
    </message>
    <message>
      <source>Write what is said. A blank line makes a longer pause.</source>
      <translation>Hier steht, was gesprochen wird. Eine Leerzeile ergibt eine längere Pause.</translation>
    </message>
    <message>
      <source>Write what is said. Press / for an emotion.</source>
      <translation>Hier steht, was gesprochen wird. / für ein Gefühl drücken.</translation>
    </message>
    <message>
      <source>X, Y and Z; faint: as detected</source>
      <translation>X, Y und Z; blass: wie erkannt</translation>
    </message>
    <message>
      <source>Xformers</source>
      <translation>xFormers</translation>
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
      <source>a band for each</source>
      <translation>je ein Band</translation>
    </message>
    <message>
      <source>a column for each</source>
      <translation>je eine Spalte</translation>
    </message>
    <message>
      <source>a laugh through the nose</source>
      <translation>Lachen durch die Nase</translation>
    </message>
    <message>
      <source>a light, high laugh</source>
      <translation>ein helles, leichtes Lachen</translation>
    </message>
    <message>
      <source>a row for each</source>
      <translation>je eine Zeile</translation>
    </message>
    <message>
      <source>a short, quiet laugh</source>
      <translation>ein kurzes, leises Lachen</translation>
    </message>
    <message>
      <source>a sudden breath in</source>
      <translation>plötzliches Einatmen</translation>
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
      <source>about {n} of {most} tokens</source>
      <translation>etwa {n} von {most} Token</translation>
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
      <source>aim {n}</source>
      <translation>Ziel {n}</translation>
    </message>
    <message>
      <source>align faces</source>
      <translation>Gesichter ausgerichtet</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <source>always the mean pose {n}</source>
      <translation>immer die mittlere Pose {n}</translation>
    </message>
    <message>
      <source>amf</source>
      <translation>AMF</translation>
    </message>
    <message>
      <source>an audible breath out</source>
      <translation>hörbares Ausatmen</translation>
    </message>
    <message>
      <source>an old fisherman at dusk, cold blue light, slow push in</source>
      <translation>Auf Englisch: an old fisherman at dusk, cold blue light, slow push in</translation>
    </message>
    <message>
      <source>and {n} smaller ones, {size}</source>
      <translation>und {n} kleinere, {size}</translation>
    </message>
    <message>
      <source>announcer</source>
      <translation>Ansager</translation>
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
      <source>as it is</source>
      <translation>unverändert</translation>
    </message>
    <message>
      <source>as loud as can be</source>
      <translation>so laut es geht</translation>
    </message>
    <message>
      <source>asynchronous</source>
      <translation>asynchron</translation>
    </message>
    <message>
      <source>auto</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>auto takes the fastest that fits.</source>
      <translation>Automatisch nimmt den schnellsten, der passt.</translation>
    </message>
    <message>
      <source>auto, cpu, mps, cuda or cuda:N.</source>
      <translation>auto, cpu, mps, cuda oder cuda:N.</translation>
    </message>
    <message>
      <source>auto: 8 bit on a processor, which is faster there and smaller, else full. For maya1.</source>
      <translation>Automatisch: 8 Bit auf einem Prozessor, dort schneller und kleiner, sonst voll. Für maya1.</translation>
    </message>
    <message>
      <source>auto: the fastest exact one that is there. sage is faster and less exact.</source>
      <translation>Automatisch: das schnellste genaue, das da ist. Sage ist schneller und weniger genau.</translation>
    </message>
    <message>
      <source>auto: what suits the device. float16 is very slow on processors.</source>
      <translation>Automatisch: was zum Gerät passt. float16 ist auf Prozessoren sehr langsam.</translation>
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
      <translation>mittel</translation>
    </message>
    <message>
      <source>begin with the movie</source>
      <translation>mit dem Film beginnen</translation>
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
      <source>between two pictures</source>
      <translation>zwischen zwei Bildern</translation>
    </message>
    <message>
      <source>bfloat16</source>
      <translation>bfloat16</translation>
    </message>
    <message>
      <source>both halves at once</source>
      <translation>beide Hälften zugleich</translation>
    </message>
    <message>
      <source>breath out, letting go</source>
      <translation>Ausatmen, loslassend</translation>
    </message>
    <message>
      <source>broadcast, EBU R128</source>
      <translation>Rundfunk, EBU R128</translation>
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
      <source>careful</source>
      <translation>vorsichtig</translation>
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
      <source>channels</source>
      <translation>Kanäle</translation>
    </message>
    <message>
      <source>checks</source>
      <translation>Prüfungen</translation>
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
      <source>clips</source>
      <translation>Clips</translation>
    </message>
    <message>
      <source>close</source>
      <translation>schließen</translation>
    </message>
    <message>
      <source>close to lossless, large</source>
      <translation>fast verlustfrei, groß</translation>
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
      <source>cover cuts off what is too much, contain fills up with a blurred copy.</source>
      <translation>Füllen schneidet ab, was zu viel ist; Einpassen füllt mit einer unscharfen Kopie auf.</translation>
    </message>
    <message>
      <source>cover: fill the frame and crop. contain: show all, with edges.</source>
      <translation>Füllen: das Bild füllen und beschneiden. Einpassen: alles zeigen, mit Rändern.</translation>
    </message>
    <message>
      <source>crop</source>
      <translation>zuschneiden</translation>
    </message>
    <message>
      <source>crop fills the size; pad shows the whole picture, with room around.</source>
      <translation>crop füllt die Größe; pad zeigt das ganze Bild mit Raum darum.</translation>
    </message>
    <message>
      <source>cudnn</source>
      <translation>cuDNN</translation>
    </message>
    <message>
      <source>dB</source>
      <translation>dB</translation>
    </message>
    <message>
      <source>dashed: {n} frames that two windows share</source>
      <translation>gestrichelt: {n} Frames, die zwei Abschnitte teilen</translation>
    </message>
    <message>
      <source>ddim</source>
      <translation>DDIM</translation>
    </message>
    <message>
      <source>dead ones are set again</source>
      <translation>tote werden neu gesetzt</translation>
    </message>
    <message>
      <source>decoder</source>
      <translation>Decoder</translation>
    </message>
    <message>
      <source>decoder, tiled</source>
      <translation>Decoder, in Kacheln</translation>
    </message>
    <message>
      <source>decoding</source>
      <translation>decodiert</translation>
    </message>
    <message>
      <source>degrees/s</source>
      <translation>Grad/s</translation>
    </message>
    <message>
      <source>denoising</source>
      <translation>entrauscht</translation>
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
      <source>done</source>
      <translation>fertig</translation>
    </message>
    <message>
      <source>dpm</source>
      <translation>DPM</translation>
    </message>
    <message>
      <source>dpmpp 2m</source>
      <translation>DPM++ 2M</translation>
    </message>
    <message>
      <source>dpmpp 2m karras</source>
      <translation>DPM++ 2M Karras</translation>
    </message>
    <message>
      <source>dpmpp 2m sde karras</source>
      <translation>DPM++ 2M SDE Karras</translation>
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
      <source>driver</source>
      <translation>Treiber</translation>
    </message>
    <message>
      <source>dry, the opposite meant</source>
      <translation>trocken, meint das Gegenteil</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>bearbeitet</translation>
    </message>
    <message>
      <source>elsewhere; this file carries no recipe</source>
      <translation>anderswo; Datei ohne Rezept</translation>
    </message>
    <message>
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <source>ended early</source>
      <translation>vorzeitig beendet</translation>
    </message>
    <message>
      <source>estimate {amount}</source>
      <translation>geschätzt {amount}</translation>
    </message>
    <message>
      <source>euler</source>
      <translation>Euler</translation>
    </message>
    <message>
      <source>euler a</source>
      <translation>Euler a</translation>
    </message>
    <message>
      <source>even numbers</source>
      <translation>gerade Zahlen</translation>
    </message>
    <message>
      <source>every {n} steps and the best</source>
      <translation>alle {n} Schritte und der beste</translation>
    </message>
    <message>
      <source>everything</source>
      <translation>alles</translation>
    </message>
    <message>
      <source>face</source>
      <translation>Gesicht</translation>
    </message>
    <message>
      <source>face repair</source>
      <translation>Gesichtsreparatur</translation>
    </message>
    <message>
      <source>faint: as detected</source>
      <translation>blass: wie erkannt</translation>
    </message>
    <message>
      <source>fair, small</source>
      <translation>mäßig, klein</translation>
    </message>
    <message>
      <source>fast</source>
      <translation>schnell</translation>
    </message>
    <message>
      <source>fill gaps</source>
      <translation>Lücken füllen</translation>
    </message>
    <message>
      <source>flash</source>
      <translation>Flash</translation>
    </message>
    <message>
      <source>flash3</source>
      <translation>Flash 3</translation>
    </message>
    <message>
      <source>float16</source>
      <translation>float16</translation>
    </message>
    <message>
      <source>float32</source>
      <translation>float32</translation>
    </message>
    <message>
      <source>for {family}</source>
      <translation>für {family}</translation>
    </message>
    <message>
      <source>fp8</source>
      <translation>FP8</translation>
    </message>
    <message>
      <source>fps</source>
      <translation>fps</translation>
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
      <source>freed</source>
      <translation>freigegeben</translation>
    </message>
    <message>
      <source>friend</source>
      <translation>Freundin</translation>
    </message>
    <message>
      <source>from a picture</source>
      <translation>aus einem Bild</translation>
    </message>
    <message>
      <source>from the store</source>
      <translation>aus der Modellablage</translation>
    </message>
    <message>
      <source>full</source>
      <translation>voll</translation>
    </message>
    <message>
      <source>full of energy</source>
      <translation>voller Tatkraft</translation>
    </message>
    <message>
      <source>gif</source>
      <translation>GIF</translation>
    </message>
    <message>
      <source>go on</source>
      <translation>fortsetzen</translation>
    </message>
    <message>
      <source>goes on as before</source>
      <translation>geht weiter wie bisher</translation>
    </message>
    <message>
      <source>good, smaller file</source>
      <translation>gut, kleinere Datei</translation>
    </message>
    <message>
      <source>grandfather</source>
      <translation>Großvater</translation>
    </message>
    <message>
      <source>group</source>
      <translation>Gruppen</translation>
    </message>
    <message>
      <source>group offload</source>
      <translation>gruppenweise ausgelagert</translation>
    </message>
    <message>
      <source>h264</source>
      <translation>H.264</translation>
    </message>
    <message>
      <source>heun</source>
      <translation>Heun</translation>
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
      <source>hopes let down</source>
      <translation>enttäuschte Hoffnung</translation>
    </message>
    <message>
      <source>how evenly codes are used</source>
      <translation>wie gleichmäßig Codes genutzt werden</translation>
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
      <source>in tears</source>
      <translation>unter Tränen</translation>
    </message>
    <message>
      <source>int8</source>
      <translation>8 Bit</translation>
    </message>
    <message>
      <source>its end</source>
      <translation>sein Ende</translation>
    </message>
    <message>
      <source>just now</source>
      <translation>gerade eben</translation>
    </message>
    <message>
      <source>kbit/s</source>
      <translation>kbit/s</translation>
    </message>
    <message>
      <source>keep pictures</source>
      <translation>Bilder behalten</translation>
    </message>
    <message>
      <source>keep settings in pictures</source>
      <translation>Werte in Bildern behalten</translation>
    </message>
    <message>
      <source>keep the last frame</source>
      <translation>letzten Frame behalten</translation>
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
      <source>landscape</source>
      <translation>quer</translation>
    </message>
    <message>
      <source>last</source>
      <translation>letztes</translation>
    </message>
    <message>
      <source>laughing out</source>
      <translation>lautes Lachen</translation>
    </message>
    <message>
      <source>laughing without holding back</source>
      <translation>Lachen ohne Halten</translation>
    </message>
    <message>
      <source>layer by layer</source>
      <translation>Schicht für Schicht</translation>
    </message>
    <message>
      <source>lcm</source>
      <translation>LCM</translation>
    </message>
    <message>
      <source>left ankle</source>
      <translation>linker Knöchel</translation>
    </message>
    <message>
      <source>left collar</source>
      <translation>linkes Schlüsselbein</translation>
    </message>
    <message>
      <source>left elbow</source>
      <translation>linker Ellbogen</translation>
    </message>
    <message>
      <source>left foot</source>
      <translation>linker Fuß</translation>
    </message>
    <message>
      <source>left hand</source>
      <translation>linke Hand</translation>
    </message>
    <message>
      <source>left hip</source>
      <translation>linke Hüfte</translation>
    </message>
    <message>
      <source>left knee</source>
      <translation>linkes Knie</translation>
    </message>
    <message>
      <source>left out in a draft</source>
      <translation>nicht im Entwurf</translation>
    </message>
    <message>
      <source>left shoulder</source>
      <translation>linke Schulter</translation>
    </message>
    <message>
      <source>left wrist</source>
      <translation>linkes Handgelenk</translation>
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
      <source>long shots</source>
      <translation>lange Szenen</translation>
    </message>
    <message>
      <source>looking for its models</source>
      <translation>Modelle werden gesucht</translation>
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
      <source>lossless</source>
      <translation>verlustfrei</translation>
    </message>
    <message>
      <source>lossless · about half of WAV</source>
      <translation>verlustfrei · halb so groß</translation>
    </message>
    <message>
      <source>lossless · no sound</source>
      <translation>verlustfrei · ohne Ton</translation>
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
      <source>model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>motions</source>
      <translation>Bewegungen</translation>
    </message>
    <message>
      <source>moved</source>
      <translation>bewegt</translation>
    </message>
    <message>
      <source>moved by hand</source>
      <translation>von Hand bewegt</translation>
    </message>
    <message>
      <source>multiples of {n}</source>
      <translation>{n}er-Schritte</translation>
    </message>
    <message>
      <source>muted</source>
      <translation>stumm</translation>
    </message>
    <message>
      <source>narrator</source>
      <translation>Erzähler</translation>
    </message>
    <message>
      <source>native</source>
      <translation>nativ</translation>
    </message>
    <message>
      <source>needs {amount} of memory</source>
      <translation>braucht {amount} Speicher</translation>
    </message>
    <message>
      <source>needs {needs} of {total}</source>
      <translation>braucht {needs} von {total}</translation>
    </message>
    <message>
      <source>newsreader</source>
      <translation>Nachrichtensprecher</translation>
    </message>
    <message>
      <source>no sound · 480 px · 12 fps</source>
      <translation>ohne Ton · 480 px · 12 fps</translation>
    </message>
    <message>
      <source>no voice has its words with it</source>
      <translation>keine Stimme hat ihre Worte dabei</translation>
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
      <source>not installed</source>
      <translation>nicht installiert</translation>
    </message>
    <message>
      <source>not known yet</source>
      <translation>noch unklar</translation>
    </message>
    <message>
      <source>not measured</source>
      <translation>nicht gemessen</translation>
    </message>
    <message>
      <source>not read without guidance</source>
      <translation>ohne Führung nicht gelesen</translation>
    </message>
    <message>
      <source>nothing before it is whole</source>
      <translation>nichts, solange es nicht ganz ist</translation>
    </message>
    <message>
      <source>nothing yet</source>
      <translation>noch nichts</translation>
    </message>
    <message>
      <source>now {amount}</source>
      <translation>jetzt {amount}</translation>
    </message>
    <message>
      <source>now {n}</source>
      <translation>jetzt {n}</translation>
    </message>
    <message>
      <source>nvenc</source>
      <translation>NVENC</translation>
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
      <source>of {amount}</source>
      <translation>von {amount}</translation>
    </message>
    <message>
      <source>of {n}</source>
      <translation>von {n}</translation>
    </message>
    <message>
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <source>on</source>
      <translation>ein</translation>
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
      <source>one window</source>
      <translation>ein Abschnitt</translation>
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
      <source>others</source>
      <translation>andere</translation>
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
      <translation>Schlüsselpunkt, gepaart</translation>
    </message>
    <message>
      <source>own voice</source>
      <translation>eigene Stimme</translation>
    </message>
    <message>
      <source>pad</source>
      <translation>auffüllen</translation>
    </message>
    <message>
      <source>panels</source>
      <translation>Vergleichsfelder</translation>
    </message>
    <message>
      <source>part by part</source>
      <translation>Teil für Teil</translation>
    </message>
    <message>
      <source>pause {n} s</source>
      <translation>Pause {n} s</translation>
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
      <source>peak {n} dBTP at most</source>
      <translation>Spitze bis {n} dBTP</translation>
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
      <source>picture {n} of {all}</source>
      <translation>Bild {n} von {all}</translation>
    </message>
    <message>
      <source>pictures</source>
      <translation>Bilder</translation>
    </message>
    <message>
      <source>ping pong</source>
      <translation>hin und her</translation>
    </message>
    <message>
      <source>pirate</source>
      <translation>Pirat</translation>
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
      <source>poor, very small</source>
      <translation>schlecht, sehr klein</translation>
    </message>
    <message>
      <source>portrait</source>
      <translation>hoch</translation>
    </message>
    <message>
      <source>portraits</source>
      <translation>Portraits</translation>
    </message>
    <message>
      <source>presenter</source>
      <translation>Moderatorin</translation>
    </message>
    <message>
      <source>processor</source>
      <translation>Prozessor</translation>
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
      <source>proxy</source>
      <translation>Proxy</translation>
    </message>
    <message>
      <source>published rules</source>
      <translation>veröffentlichte Regeln</translation>
    </message>
    <message>
      <source>px</source>
      <translation>px</translation>
    </message>
    <message>
      <source>qsv</source>
      <translation>QSV</translation>
    </message>
    <message>
      <source>reading</source>
      <translation>liest</translation>
    </message>
    <message>
      <source>ready</source>
      <translation>bereit</translation>
    </message>
    <message>
      <source>ready, English</source>
      <translation>bereit, Englisch</translation>
    </message>
    <message>
      <source>ready, {model}</source>
      <translation>bereit, {model}</translation>
    </message>
    <message>
      <source>recipes of the clips</source>
      <translation>Rezepte der Clips</translation>
    </message>
    <message>
      <source>reference</source>
      <translation>Referenz</translation>
    </message>
    <message>
      <source>replace an existing file</source>
      <translation>vorhandene Datei ersetzen</translation>
    </message>
    <message>
      <source>right ankle</source>
      <translation>rechter Knöchel</translation>
    </message>
    <message>
      <source>right collar</source>
      <translation>rechtes Schlüsselbein</translation>
    </message>
    <message>
      <source>right elbow</source>
      <translation>rechter Ellbogen</translation>
    </message>
    <message>
      <source>right foot</source>
      <translation>rechter Fuß</translation>
    </message>
    <message>
      <source>right hand</source>
      <translation>rechte Hand</translation>
    </message>
    <message>
      <source>right hip</source>
      <translation>rechte Hüfte</translation>
    </message>
    <message>
      <source>right knee</source>
      <translation>rechtes Knie</translation>
    </message>
    <message>
      <source>right shoulder</source>
      <translation>rechte Schulter</translation>
    </message>
    <message>
      <source>right wrist</source>
      <translation>rechtes Handgelenk</translation>
    </message>
    <message>
      <source>robot</source>
      <translation>Roboter</translation>
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
      <source>sage</source>
      <translation>Sage</translation>
    </message>
    <message>
      <source>said in anger</source>
      <translation>im Zorn gesagt</translation>
    </message>
    <message>
      <source>save memory</source>
      <translation>Speicher sparen</translation>
    </message>
    <message>
      <source>saves its state</source>
      <translation>sichert seinen Stand</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>Startwert</translation>
    </message>
    <message>
      <source>selected</source>
      <translation>gewählt</translation>
    </message>
    <message>
      <source>selection {a} – {b} s</source>
      <translation>Auswahl {a} – {b} s</translation>
    </message>
    <message>
      <source>sentences as files</source>
      <translation>Sätze als Dateien</translation>
    </message>
    <message>
      <source>sequential</source>
      <translation>schichtweise</translation>
    </message>
    <message>
      <source>set a shortcut</source>
      <translation>Kürzel</translation>
    </message>
    <message>
      <source>shocked, drawing back</source>
      <translation>entsetzt, zurückweichend</translation>
    </message>
    <message>
      <source>silent</source>
      <translation>still</translation>
    </message>
    <message>
      <source>small</source>
      <translation>klein</translation>
    </message>
    <message>
      <source>small · no sound</source>
      <translation>klein · ohne Ton</translation>
    </message>
    <message>
      <source>smallest · for speech</source>
      <translation>am kleinsten · für Sprache</translation>
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
      <source>spine 1</source>
      <translation>Rücken 1</translation>
    </message>
    <message>
      <source>spine 2</source>
      <translation>Rücken 2</translation>
    </message>
    <message>
      <source>spine 3</source>
      <translation>Rücken 3</translation>
    </message>
    <message>
      <source>square</source>
      <translation>quadratisch</translation>
    </message>
    <message>
      <source>srt</source>
      <translation>SRT</translation>
    </message>
    <message>
      <source>standard</source>
      <translation>Standard</translation>
    </message>
    <message>
      <source>started by you</source>
      <translation>von Hand gestartet</translation>
    </message>
    <message>
      <source>step {n}</source>
      <translation>Schritt {n}</translation>
    </message>
    <message>
      <source>step {n} of {all}</source>
      <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
      <source>step {n}, unseen clips, left and right together, mm</source>
      <translation>Schritt {n}, ungesehene Clips, links und rechts zusammen, mm</translation>
    </message>
    <message>
      <source>step {n}: {value}</source>
      <translation>Schritt {n}: {value}</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>abgebrochen</translation>
    </message>
    <message>
      <source>storyteller</source>
      <translation>Märchenerzählerin</translation>
    </message>
    <message>
      <source>streaming</source>
      <translation>Streaming</translation>
    </message>
    <message>
      <source>studio portrait of {a woman of 28 | a man of 40}, soft key light</source>
      <translation>Auf Englisch: studio portrait of {a woman of 28 | a man of 40}, soft key light</translation>
    </message>
    <message>
      <source>sung, not spoken</source>
      <translation>gesungen, nicht gesprochen</translation>
    </message>
    <message>
      <source>swallowing, nervous</source>
      <translation>schluckt, nervös</translation>
    </message>
    <message>
      <source>tall</source>
      <translation>schmal</translation>
    </message>
    <message>
      <source>target {n}</source>
      <translation>Ziel {n}</translation>
    </message>
    <message>
      <source>teacher</source>
      <translation>Lehrerin</translation>
    </message>
    <message>
      <source>temperature</source>
      <translation>Temperatur</translation>
    </message>
    <message>
      <source>text encoder</source>
      <translation>Text-Encoder</translation>
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
      <source>tight</source>
      <translation>knapp</translation>
    </message>
    <message>
      <source>to</source>
      <translation>bis</translation>
    </message>
    <message>
      <source>to {folder}</source>
      <translation>nach {folder}</translation>
    </message>
    <message>
      <source>today</source>
      <translation>heute</translation>
    </message>
    <message>
      <source>top-p</source>
      <translation>Top-p</translation>
    </message>
    <message>
      <source>track</source>
      <translation>Spur</translation>
    </message>
    <message>
      <source>track: part of the file. burnt_in: drawn into the frames. srt: a file beside it.</source>
      <translation>Spur: Teil der Datei. Eingebrannt: in die Frames gezeichnet. SRT: eine Datei daneben.</translation>
    </message>
    <message>
      <source>training</source>
      <translation>im Training</translation>
    </message>
    <message>
      <source>training, smoothed</source>
      <translation>Training, geglättet</translation>
    </message>
    <message>
      <source>transformer</source>
      <translation>Transformer</translation>
    </message>
    <message>
      <source>triangle turned over</source>
      <translation>Dreieck umgeklappt</translation>
    </message>
    <message>
      <source>trigger: {words}</source>
      <translation>Auslöser: {words}</translation>
    </message>
    <message>
      <source>under 1 s</source>
      <translation>unter 1 s</translation>
    </message>
    <message>
      <source>unipc</source>
      <translation>UniPC</translation>
    </message>
    <message>
      <source>unseen clip {n} of {all}</source>
      <translation>ungesehener Clip {n} von {all}</translation>
    </message>
    <message>
      <source>unseen clips</source>
      <translation>ungesehene Clips</translation>
    </message>
    <message>
      <source>up to something</source>
      <translation>führt etwas im Schilde</translation>
    </message>
    <message>
      <source>very good</source>
      <translation>sehr gut</translation>
    </message>
    <message>
      <source>videotoolbox</source>
      <translation>VideoToolbox</translation>
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
      <source>waiting</source>
      <translation>wartet</translation>
    </message>
    <message>
      <source>waits</source>
      <translation>wartet</translation>
    </message>
    <message>
      <source>waits in the queue</source>
      <translation>wartet in der Warteschlange</translation>
    </message>
    <message>
      <source>wanting to know</source>
      <translation>will es wissen</translation>
    </message>
    <message>
      <source>web</source>
      <translation>Web</translation>
    </message>
    <message>
      <source>webp</source>
      <translation>WebP</translation>
    </message>
    <message>
      <source>what is done so far</source>
      <translation>das bisher Fertige</translation>
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
      <source>whole motion</source>
      <translation>ganz</translation>
    </message>
    <message>
      <source>wide</source>
      <translation>breit</translation>
    </message>
    <message>
      <source>window {n} of {all}</source>
      <translation>Abschnitt {n} von {all}</translation>
    </message>
    <message>
      <source>windows of {n} frames</source>
      <translation>Abschnitte von {n} Frames</translation>
    </message>
    <message>
      <source>without voice</source>
      <translation>ohne Stimme</translation>
    </message>
    <message>
      <source>writing there is not allowed</source>
      <translation>Schreiben ist dort nicht erlaubt</translation>
    </message>
    <message>
      <source>x</source>
      <translation>x</translation>
    </message>
    <message>
      <source>xformers</source>
      <translation>xFormers</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
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
      <source>{axis}, mm</source>
      <translation>{axis}, mm</translation>
    </message>
    <message>
      <source>{a} of {b}</source>
      <translation>{a} von {b}</translation>
    </message>
    <message>
      <source>{a} to train · {b} unseen</source>
      <translation>{a} zum Trainieren · {b} ungesehen</translation>
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
      <source>{codec} 24 bit · 48 kHz · stereo</source>
      <translation>{codec} 24 Bit · 48 kHz · Stereo</translation>
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
      <source>{frames} · {n} s</source>
      <translation>{frames} · {n} s</translation>
    </message>
    <message>
      <source>{h} h {m}</source>
      <translation>{h} h {m}</translation>
    </message>
    <message>
      <source>{keys} belongs to {names}, which would lose it.</source>
      <translation>{keys} gehört zu {names} und ginge dort verloren.</translation>
    </message>
    <message>
      <source>{kind} · {name}
{start} to {end}, {n} frames</source>
      <translation>{kind} · {name}
{start} bis {end}, {n} Frames</translation>
    </message>
    <message>
      <source>{name} again</source>
      <translation>{name}, noch einmal</translation>
    </message>
    <message>
      <source>{name} corrected</source>
      <translation>{name} korrigiert</translation>
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
      <source>{n} clip is shorter than 49 frames and is stretched.</source>
      <translation>{n} Clip ist kürzer als 49 Frames und wird gestreckt.</translation>
    </message>
    <message>
      <source>{n} clips</source>
      <translation>{n} Clips</translation>
    </message>
    <message>
      <source>{n} clips are shorter than 49 frames and are stretched.</source>
      <translation>{n} Clips sind kürzer als 49 Frames und werden gestreckt.</translation>
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
      <source>{n} days ago</source>
      <translation>vor {n} Tagen</translation>
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
      <source>{n} fps · left = blue, right = orange</source>
      <translation>{n} fps · links = blau, rechts = orange</translation>
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
      <source>{n} job waits</source>
      <translation>{n} Auftrag wartet</translation>
    </message>
    <message>
      <source>{n} jobs taken off the list.</source>
      <translation>{n} Aufträge von der Liste genommen.</translation>
    </message>
    <message>
      <source>{n} jobs wait</source>
      <translation>{n} Aufträge warten</translation>
    </message>
    <message>
      <source>{n} kbit/s</source>
      <translation>{n} kbit/s</translation>
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
      <source>{n} line</source>
      <translation>{n} Zeile</translation>
    </message>
    <message>
      <source>{n} line from the script</source>
      <translation>{n} Zeile aus dem Skript</translation>
    </message>
    <message>
      <source>{n} line is not spoken yet.</source>
      <translation>{n} Zeile ist noch nicht gesprochen.</translation>
    </message>
    <message>
      <source>{n} line was added to the script.</source>
      <translation>{n} Zeile wurde ins Skript aufgenommen.</translation>
    </message>
    <message>
      <source>{n} line was added.</source>
      <translation>{n} Zeile wurde hinzugefügt.</translation>
    </message>
    <message>
      <source>{n} line was placed on the timeline.</source>
      <translation>{n} Zeile wurde in die Zeitleiste gelegt.</translation>
    </message>
    <message>
      <source>{n} lines</source>
      <translation>{n} Zeilen</translation>
    </message>
    <message>
      <source>{n} lines are not spoken yet.</source>
      <translation>{n} Zeilen sind noch nicht gesprochen.</translation>
    </message>
    <message>
      <source>{n} lines from the script</source>
      <translation>{n} Zeilen aus dem Skript</translation>
    </message>
    <message>
      <source>{n} lines have emotion tags, which the built-in voice leaves out; Maya1 acts them.</source>
      <translation>{n} Zeilen haben Gefühlsmarken, die die eingebaute Stimme auslässt; Maya1 spielt sie.</translation>
    </message>
    <message>
      <source>{n} lines were added to the script.</source>
      <translation>{n} Zeilen wurden ins Skript aufgenommen.</translation>
    </message>
    <message>
      <source>{n} lines were placed on the timeline.</source>
      <translation>{n} Zeilen wurden in die Zeitleiste gelegt.</translation>
    </message>
    <message>
      <source>{n} min</source>
      <translation>{n} min</translation>
    </message>
    <message>
      <source>{n} mm</source>
      <translation>{n} mm</translation>
    </message>
    <message>
      <source>{n} mm in this frame</source>
      <translation>{n} mm in diesem Frame</translation>
    </message>
    <message>
      <source>{n} mm without tokens</source>
      <translation>{n} mm ohne Token</translation>
    </message>
    <message>
      <source>{n} more</source>
      <translation>{n} weitere</translation>
    </message>
    <message>
      <source>{n} moved</source>
      <translation>{n} bewegt</translation>
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
      <source>{n} new take is in the queue.</source>
      <translation>{n} neue Aufnahme steht in der Warteschlange.</translation>
    </message>
    <message>
      <source>{n} new takes are in the queue.</source>
      <translation>{n} neue Aufnahmen stehen in der Warteschlange.</translation>
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
      <source>{n} picture is finished</source>
      <translation>{n} fertiges Bild</translation>
    </message>
    <message>
      <source>{n} pictures</source>
      <translation>{n} Bilder</translation>
    </message>
    <message>
      <source>{n} pictures are finished</source>
      <translation>{n} fertige Bilder</translation>
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
      <source>{n} portrait of the series is on the timeline.</source>
      <translation>{n} Portrait der Serie liegt in der Zeitleiste.</translation>
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
      <translation>{n} Partien</translation>
    </message>
    <message>
      <source>{n} result</source>
      <translation>{n} Ergebnis</translation>
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
      <source>{n} result put on the board</source>
      <translation>{n} Ergebnis auf die Tafel gelegt:</translation>
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
      <source>{n} results put on the board</source>
      <translation>{n} Ergebnisse auf die Tafel gelegt:</translation>
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
      <source>{n} source is in both</source>
      <translation>{n} Quelle ist in beiden</translation>
    </message>
    <message>
      <source>{n} sources are in both</source>
      <translation>{n} Quellen sind in beiden</translation>
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
      <source>{n} step</source>
      <translation>{n} Schritt</translation>
    </message>
    <message>
      <source>{n} steps</source>
      <translation>{n} Schritte</translation>
    </message>
    <message>
      <source>{n} take of</source>
      <translation>{n} Aufnahme von</translation>
    </message>
    <message>
      <source>{n} takes of</source>
      <translation>{n} Aufnahmen von</translation>
    </message>
    <message>
      <source>{n} thing was not taken over</source>
      <translation>{n} Sache wurde nicht übernommen</translation>
    </message>
    <message>
      <source>{n} things were not taken over</source>
      <translation>{n} Dinge wurden nicht übernommen</translation>
    </message>
    <message>
      <source>{n} times as fast</source>
      <translation>{n}-mal so schnell</translation>
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
      <source>{n} variation</source>
      <translation>{n} Variante</translation>
    </message>
    <message>
      <source>{n} variations</source>
      <translation>{n} Varianten</translation>
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
      <source>{n}, each overlaps by {frames} frames</source>
      <translation>{n}, je {frames} Frames Überlappung</translation>
    </message>
    <message>
      <source>{size} to download.</source>
      <translation>Download: {size}.</translation>
    </message>
    <message>
      <source>{s} s · {n} frames</source>
      <translation>{s} s · {n} Frames</translation>
    </message>
    <message>
      <source>{time} ago</source>
      <translation>vor {time}</translation>
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
      <source>{title} is not here yet</source>
      <translation>{title} ist noch nicht da</translation>
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
      <source>“{name}”</source>
      <translation>„{name}“</translation>
    </message>
    <message>
      <source>“{name}” cannot be read.</source>
      <translation>„{name}“ ist nicht lesbar.</translation>
    </message>
    <message>
      <source>“{name}” cannot be written: {reason}.</source>
      <translation>„{name}“ kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
      <source>“{name}” carries its settings.</source>
      <translation>„{name}“ enthält seine Werte.</translation>
    </message>
    <message>
      <source>“{name}” carries the settings it was made with in {program}.</source>
      <translation>„{name}“ enthält die Werte, mit denen es in {program} entstand.</translation>
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
      <source>“{name}” is a model or a part of one.</source>
      <translation>„{name}“ ist ein Modell oder ein Teil davon.</translation>
    </message>
    <message>
      <source>“{name}” is a style (LoRA) for {family}.</source>
      <translation>„{name}“ ist ein Stil (LoRA) für {family}.</translation>
    </message>
    <message>
      <source>“{name}” is a style (LoRA).</source>
      <translation>„{name}“ ist ein Stil (LoRA).</translation>
    </message>
    <message>
      <source>“{name}” is kept for every project.</source>
      <translation>„{name}“ steht allen Projekten zur Verfügung.</translation>
    </message>
    <message>
      <source>“{name}” is one of your voices now.</source>
      <translation>„{name}“ gehört jetzt zu den eigenen Stimmen.</translation>
    </message>
    <message>
      <source>“{name}” is read.</source>
      <translation>„{name}“ wird gelesen.</translation>
    </message>
    <message>
      <source>“{name}” tells no settings. It is the start picture now.</source>
      <translation>„{name}“ enthält keine Werte. Es ist jetzt das Startbild.</translation>
    </message>
    <message>
      <source>“{name}” was moved to the trash.</source>
      <translation>„{name}“ liegt jetzt im Papierkorb.</translation>
    </message>
    <message>
      <source>“{name}” was removed from the project.</source>
      <translation>„{name}“ wurde aus dem Projekt entfernt.</translation>
    </message>
    <message>
      <source>“{name}” was written.</source>
      <translation>„{name}“ wurde geschrieben.</translation>
    </message>
    <message>
      <source>“{name}”.</source>
      <translation>„{name}“.</translation>
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
      <source>“{title}” is in the queue.</source>
      <translation>„{title}“ steht in der Warteschlange.</translation>
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
      <source>Comfortable</source>
      <translation>Geräumig</translation>
    </message>
    <message>
      <source>Compact</source>
      <translation>Kompakt</translation>
    </message>
    <message>
      <source>Compact shows more at once, with smaller text.</source>
      <translation>Kompakt zeigt mehr auf einmal, mit kleinerem Text.</translation>
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
      <source>Density</source>
      <translation>Dichte</translation>
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
      <source>Fields and buttons stand out more. On by itself when the system asks for high contrast.</source>
      <translation>Felder und Knöpfe heben sich mehr ab. Von selbst an, wenn das System hohen Kontrast verlangt.</translation>
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
      <source>Look for new versions</source>
      <translation>Nach neuen Versionen suchen</translation>
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
      <source>Once a week a small signed file is fetched and a new version is named; nothing is installed, and nothing about you is sent. Only while Offline is off.</source>
      <translation>Einmal in der Woche wird eine kleine signierte Datei geholt und eine neue Version genannt; nichts wird installiert und nichts Persönliches gesendet. Nur, solange Offline aus ist.</translation>
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
      <source>Small (H.264)</source>
      <translation>Klein (H.264)</translation>
    </message>
    <message>
      <source>Store</source>
      <translation>Modellablage</translation>
    </message>
    <message>
      <source>Stronger edges</source>
      <translation>Stärkere Ränder</translation>
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
      <source>Updates</source>
      <translation>Neue Versionen</translation>
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
