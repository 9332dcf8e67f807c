/**
 * What {@code mfg path} reads and writes: {@link org.mfg.app.path.ShockText} and {@link org.mfg.app.path.TransitionFiles}. Uses
 * {@link org.mfg.solvers.path}, study, output and figure.
 */
@NullMarked
package org.mfg.app.path;

import org.jspecify.annotations.NullMarked;
