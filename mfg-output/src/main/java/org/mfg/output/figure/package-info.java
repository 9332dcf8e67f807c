/**
 * Static figures for papers, as PNG, SVG and PDF, in a {@link org.mfg.output.figure.Style}. {@link org.mfg.output.figure.Figures} is the entry; {@link
 * org.mfg.output.figure.Figure} lists what can be drawn. Everything else is package-private: a figure is a class that
 * makes a {@code Picture}, which knows its size and how to paint itself, and {@code PictureWriter} turns pictures into
 * files. A new figure is a constant of Figure, a class that makes its Picture, and one line in Figures.
 *
 * <p>A picture is painted on a {@code Canvas}, of which there are three: pixels by Java2D, SVG text, and PDF by PDFBox. No type of
 * Java2D or PDFBox is in a public signature; docs/decisions tells why no chart library. Draws headless, in faces that it brings.
 */
@NullMarked
package org.mfg.output.figure;

import org.jspecify.annotations.NullMarked;
