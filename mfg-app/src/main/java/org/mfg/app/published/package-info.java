/**
 * Numbers that others published, computed again, for {@code mfg verify --published}: {@link org.mfg.app.published.Catalogue} is what is
 * computed, an {@link org.mfg.app.published.Experiment} one solve or more with the numbers that it is held against, a {@link
 * org.mfg.app.published.Row} one number beside ours.
 */
@NullMarked
package org.mfg.app.published;

import org.jspecify.annotations.NullMarked;
