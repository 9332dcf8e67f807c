/**
 * Static figures for papers, as PNG and SVG. {@link org.mfg.output.figure.Figures} is the entry; {@link
 * org.mfg.output.figure.Figure} lists what can be drawn. Everything else is package-private: a figure is a class that
 * makes a {@code Picture}, which knows its size and how to paint itself, and {@code PictureWriter} turns pictures into
 * files. A new figure is a constant of Figure, a class that makes its Picture, and one line in Figures.
 *
 * <p>A picture is painted on a {@code Canvas}, of which there are two: pixels by Java2D, and SVG text. No type of
 * Java2D is in a public signature. Uses the API module and the JDK only; docs/decisions tells why no chart library.
 * Draws headless; needs a sans-serif font on the machine.
 */
@NullMarked
package org.mfg.output.figure;

import org.jspecify.annotations.NullMarked;
