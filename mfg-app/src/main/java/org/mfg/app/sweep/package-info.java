/**
 * Many runs of one game: {@link org.mfg.app.sweep.SweepSpec} says which, {@link org.mfg.app.sweep.Plan} numbers
 * them, {@link org.mfg.app.sweep.Sweep} has them made by the workers of a {@link org.mfg.app.sweep.SweepEngine}, and {@link org.mfg.app.sweep.RunsCsv} keeps a row
 * of each, so that a sweep that was killed is finished by another. Uses {@link org.mfg.app.study} and {@link
 * org.mfg.app.output}; the file format is in the package yaml.
 */
@NullMarked
package org.mfg.app.sweep;

import org.jspecify.annotations.NullMarked;
