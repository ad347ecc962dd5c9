"""Editing the timeline: pure functions from one project to the next.

Every function takes a sound project and returns a sound one (:func:`engine.project.validate.problems` finds
nothing), or raises ``PortraitsError`` with USAGE and changes nothing. Times are exact seconds; what an edit moves lies
on the frame grid of the project afterwards, except where a sound begins or ends with its file.

The rules that all edits keep:

* **Overlap.** Only two neighbours of a track may overlap, and that is a cross-fade. What lies beneath a clip that was
  put down and cannot cross-fade with it is cut away (:mod:`engine.project.edit.arrange`).
* **Morphs.** A morph has no place of its own: it fills the time between two neighbouring stills. When one of them
  moves or changes its length, the morph grows or shrinks with the gap. When something else comes between them, one of
  them goes, or they meet, the morph goes too (:mod:`engine.project.edit.morphs`).
* **Locked tracks** are never changed.
"""
