"""Speech from text: preparing the text, the built-in voice, and subtitles from the real times."""
