/**
 * Projects to begin with: {@link org.mfg.app.project.PluginProject} writes that of a plugin, from the templates among the resources of this
 * package.
 */
@NullMarked
package org.mfg.app.project;

import org.jspecify.annotations.NullMarked;
